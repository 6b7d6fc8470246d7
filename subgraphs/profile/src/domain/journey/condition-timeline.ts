import { durationOf } from './duration.ts';
import type { Fact, JourneyParticipant } from './fact.ts';
import type { Condition, Measure } from './rule.ts';
import { type Bounds, isWithin, selectFacts } from './select-facts.ts';
import { always, both, either, never, outside, type Stretch, type Timeline, timelineOf } from './timeline.ts';

/** What a condition is looked at with: the participant, and when each flag that other rules decide is set. */
export interface Circumstances {
  readonly participant: JourneyParticipant;
  flag(name: string): Timeline;
}

/**
 * When a condition holds, in the past and, if nothing else happens, in the future. So the moment since when it holds and the
 * moment when it will change by itself are both read off one answer, and nothing has to be tried again and again.
 */
export function conditionTimeline(condition: Condition, given: Circumstances): Timeline {
  const { facts } = given.participant;
  if (condition.all) return both(...condition.all.map((each) => conditionTimeline(each, given)));
  if (condition.any) return either(...condition.any.map((each) => conditionTimeline(each, given)));
  if (condition.not) return outside(conditionTimeline(condition.not, given));
  if (condition.count) return counted(condition.count, facts);
  if (condition.threshold) return measured(condition.threshold, facts);
  if (condition.score) return measured(thresholdOfScore(condition.score), facts);
  if (condition.absence) return absent(condition.absence, given.participant);
  if (condition.flag) return flagged(condition.flag, given);
  if (condition.profile) return ofProfile(condition.profile, given.participant);
  return never;
}

function counted({ of, within, atLeast, atMost }: NonNullable<Condition['count']>, facts: readonly Fact[]): Timeline {
  const times = selectFacts(facts, of).map(({ at }) => at);
  const length = within === undefined ? Infinity : durationOf(within);
  const enough = atLeast === undefined ? always : atLeastMany(times, atLeast, length);
  return atMost === undefined ? enough : both(enough, outside(atLeastMany(times, atMost + 1, length)));
}

/** From the n-th event on, until the first of any n in a row is too old to count. */
function atLeastMany(times: readonly number[], n: number, length: number): Timeline {
  return timelineOf(times.slice(n - 1).map((start, index) => ({ start, end: (times[index] ?? start) + length })));
}

export type Threshold = NonNullable<Condition['threshold']>;

export function thresholdOfScore(score: NonNullable<Condition['score']>): Threshold {
  const { dimension, direction, confidence, ...rest } = score;
  return {
    of: { event: 'outcome', dimension, direction, confidence: { atLeast: confidence } },
    value: 'score',
    ...rest,
  };
}

interface Reading {
  readonly at: number;
  readonly value: number;
}

/** The number changes when an event comes and when one grows too old; between two changes it is one number. */
function measured({ of, value, measure, within, ...bounds }: Threshold, facts: readonly Fact[]): Timeline {
  const readings = selectFacts(facts, of).flatMap(({ at, attributes }): Reading[] => {
    const said = attributes[value];
    return said === null || said === undefined ? [] : [{ at, value: said }];
  });
  const length = within === undefined ? Infinity : durationOf(within);
  return length === Infinity ? soFar(readings, measure, bounds) : inWindow(readings, length, measure, bounds);
}

function soFar(readings: readonly Reading[], measure: Measure, bounds: Bounds): Timeline {
  const tally = new Tally();
  return timelineOf(
    readings.flatMap(({ at, value }, index): Stretch[] => {
      tally.add(value);
      const end = readings[index + 1]?.at ?? Infinity;
      return isWithin(tally.read(measure), bounds) ? [{ start: at, end }] : [];
    }),
  );
}

function inWindow(readings: readonly Reading[], length: number, measure: Measure, bounds: Bounds): Timeline {
  const changes = [...new Set(readings.flatMap(({ at }) => [at, at + length]))].sort((a, b) => a - b);
  let first = 0;
  let behind = 0;
  return timelineOf(
    changes.flatMap((start, index): Stretch[] => {
      while (behind < readings.length && (readings[behind]?.at ?? 0) <= start) behind++;
      while (first < behind && (readings[first]?.at ?? 0) + length <= start) first++;
      const tally = new Tally();
      for (const { value } of readings.slice(first, behind)) tally.add(value);
      return isWithin(tally.read(measure), bounds) ? [{ start, end: changes[index + 1] ?? Infinity }] : [];
    }),
  );
}

class Tally {
  #count = 0;
  #sum = 0;
  #lowest = Infinity;
  #highest = -Infinity;
  #latest: number | undefined;

  add(value: number): void {
    this.#count++;
    this.#sum += value;
    this.#lowest = Math.min(this.#lowest, value);
    this.#highest = Math.max(this.#highest, value);
    this.#latest = value;
  }

  /** Undefined when there is nothing to make a number of. */
  read(measure: Measure): number | undefined {
    if (this.#count === 0) return undefined;
    switch (measure) {
      case 'sum':
        return this.#sum;
      case 'average':
        return this.#sum / this.#count;
      case 'lowest':
        return this.#lowest;
      case 'highest':
        return this.#highest;
      case 'latest':
        return this.#latest;
    }
  }
}

function absent(absence: NonNullable<Condition['absence']>, participant: JourneyParticipant): Timeline {
  const length = durationOf(absence.for);
  const times = [participant.joinedAt, ...timesOf(absence.of, participant.facts)].sort((a, b) => a - b);
  return timelineOf(times.map((at, index) => ({ start: at + length, end: times[index + 1] ?? Infinity })));
}

function timesOf(selectors: NonNullable<Condition['absence']>['of'], facts: readonly Fact[]): number[] {
  return selectors.flatMap((of) => selectFacts(facts, of).map(({ at }) => at));
}

function flagged({ name, for: length }: NonNullable<Condition['flag']>, given: Circumstances): Timeline {
  const set = given.flag(name);
  if (length === undefined) return set;
  return timelineOf(set.map(({ start, end }) => ({ start: start + durationOf(length), end })));
}

function ofProfile(
  { language, joinedFor }: NonNullable<Condition['profile']>,
  participant: JourneyParticipant,
): Timeline {
  if (language !== undefined && !language.includes(participant.language ?? '')) return never;
  if (joinedFor === undefined) return always;
  return [{ start: participant.joinedAt + durationOf(joinedFor), end: Infinity }];
}
