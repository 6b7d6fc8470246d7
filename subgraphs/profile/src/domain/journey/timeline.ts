/**
 * When something holds: stretches of time from `start` to before `end` in milliseconds since 1970, in order, apart from each other.
 * Either end may be infinite. What the future brings is not in it: it says what holds if nothing else happens.
 */
export type Timeline = readonly Stretch[];

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export const never: Timeline = [];
export const always: Timeline = [{ start: -Infinity, end: Infinity }];

/** From stretches in any order that may touch or overlap. */
export function timelineOf(stretches: readonly Stretch[]): Timeline {
  const sorted = stretches.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start);
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of sorted) {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

export function either(...timelines: readonly Timeline[]): Timeline {
  return timelineOf(timelines.flat());
}

export function outside(timeline: Timeline): Timeline {
  const gaps: Stretch[] = [];
  let from = -Infinity;
  for (const { start, end } of timeline) {
    if (from < start) gaps.push({ start: from, end: start });
    from = end;
  }
  if (from < Infinity) gaps.push({ start: from, end: Infinity });
  return gaps;
}

export function both(...timelines: readonly Timeline[]): Timeline {
  return timelines.length === 0 ? always : outside(either(...timelines.map(outside)));
}

/** The stretch in which `time` lies. */
export function stretchAt(timeline: Timeline, time: number): Stretch | undefined {
  return timeline.find(({ start, end }) => start <= time && time < end);
}

/** The first change after `time` that comes by itself; infinite when there is none. */
export function nextChange(timeline: Timeline, time: number): number {
  for (const { start, end } of timeline) {
    if (start > time) return start;
    if (end > time) return end;
  }
  return Infinity;
}
