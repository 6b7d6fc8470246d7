import { type Circumstances, conditionTimeline, type Threshold, thresholdOfScore } from './condition-timeline.ts';
import { durationOf } from './duration.ts';
import type { Fact } from './fact.ts';
import type { Condition } from './rule.ts';
import { selectFacts } from './select-facts.ts';
import { stretchAt } from './timeline.ts';

/** As many as a person reads; a rule over hundreds of events names the newest of them. */
const mostFacts = 20;

/**
 * The facts that made a condition hold at a moment, oldest first. Taken at the moment when it began to hold, they stay the
 * same however many more events follow.
 */
export function factsBehind(
  condition: Condition,
  given: Circumstances,
  time: number,
  behindFlag: (name: string, time: number) => readonly Fact[],
): Fact[] {
  const found = new Set(collect(condition, given, time, behindFlag));
  return [...found].sort((a, b) => a.at - b.at || (a.sourceId < b.sourceId ? -1 : 1)).slice(-mostFacts);
}

function collect(
  condition: Condition,
  given: Circumstances,
  time: number,
  behindFlag: (name: string, time: number) => readonly Fact[],
): readonly Fact[] {
  const { facts } = given.participant;
  const deeper = (each: Condition) => collect(each, given, time, behindFlag);
  if (condition.all) return condition.all.flatMap(deeper);
  if (condition.any)
    return condition.any.filter((each) => stretchAt(conditionTimeline(each, given), time)).flatMap(deeper);
  if (condition.count) return windowed(condition.count, facts, time).slice(-(condition.count.atLeast ?? mostFacts));
  if (condition.threshold) return readings(condition.threshold, facts, time);
  if (condition.score) return readings(thresholdOfScore(condition.score), facts, time);
  if (condition.absence)
    return condition.absence.of
      .flatMap((of) => windowed({ of }, facts, time))
      .sort(byTime)
      .slice(-1);
  if (condition.flag) return behindFlag(condition.flag.name, time);
  // What is not there, and what the profile says, has no event behind it.
  return [];
}

function readings(threshold: Threshold, facts: readonly Fact[], time: number): readonly Fact[] {
  const found = windowed(threshold, facts, time).filter(
    ({ attributes }) => typeof attributes[threshold.value] === 'number',
  );
  return threshold.measure === 'latest' ? found.slice(-1) : found;
}

function windowed(
  { of, within }: Pick<Threshold, 'of' | 'within'>,
  facts: readonly Fact[],
  time: number,
): readonly Fact[] {
  const from = within === undefined ? -Infinity : time - durationOf(within);
  return selectFacts(facts, of).filter(({ at }) => at <= time && at > from);
}

function byTime(a: Fact, b: Fact): number {
  return a.at - b.at;
}
