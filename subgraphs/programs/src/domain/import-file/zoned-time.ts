/** A date and time of day as written, without a zone. `month` is 1..12. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/**
 * The instant (milliseconds since 1970 UTC) at which clocks in an IANA zone show a wall time. A time that the clock skips
 * in spring is read with the offset before the change; a time that comes twice in autumn is read as its first occurrence.
 */
export function zonedTimeToUtc(wall: WallTime, timeZone: string): number {
  const asUtc = wallTimeToUtc(wall);
  if (timeZone === 'UTC') return asUtc;
  const dayBefore = offsetAt(asUtc - DAY, timeZone);
  if (offsetAt(asUtc - dayBefore, timeZone) === dayBefore) return asUtc - dayBefore;
  const dayAfter = offsetAt(asUtc + DAY, timeZone);
  return offsetAt(asUtc - dayAfter, timeZone) === dayAfter ? asUtc - dayAfter : asUtc - dayBefore;
}

export function wallTimeToUtc(wall: WallTime): number {
  return Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);
}

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Intl needs several microseconds for each answer; offsets change only on the hour, so an hour's answer is kept. */
const offsetsByZone = new Map<string, Map<number, number>>();
const MAX_KEPT_HOURS = 50_000;

/** Milliseconds by which the zone's clocks are ahead of UTC at an instant. */
function offsetAt(instant: number, timeZone: string): number {
  const hour = Math.floor(instant / HOUR);
  const kept = offsetsByZone.get(timeZone) ?? new Map<number, number>();
  const known = kept.get(hour);
  if (known !== undefined) return known;
  const offset = computeOffset(hour * HOUR, timeZone);
  if (kept.size >= MAX_KEPT_HOURS) kept.clear();
  offsetsByZone.set(timeZone, kept.set(hour, offset));
  return offset;
}

function computeOffset(instant: number, timeZone: string): number {
  const parts = new Map(
    clockOf(timeZone)
      .formatToParts(instant)
      .map((part) => [part.type, Number(part.value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - instant;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const kept = clocks.get(timeZone);
  if (kept !== undefined) return kept;
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  clocks.set(timeZone, clock);
  return clock;
}
