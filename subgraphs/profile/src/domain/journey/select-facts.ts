import { type Fact, languageLevels, numberAttributes, textAttributes } from './fact.ts';
import type { EventSelector } from './rule.ts';

/** The facts that a rule means, in the order of time. What a fact does not say fits no filter. */
export function selectFacts(facts: readonly Fact[], selector: EventSelector): Fact[] {
  return facts.filter((fact) => fact.kind === selector.event && fits(fact, selector));
}

function fits({ attributes }: Fact, selector: EventSelector): boolean {
  for (const name of textAttributes) {
    const wanted = selector[name];
    if (wanted === undefined) continue;
    const said = attributes[name]?.toLowerCase();
    if (said === undefined || ![wanted].flat().some((each) => each.toLowerCase() === said)) return false;
  }
  for (const name of numberAttributes) {
    const wanted = selector[name];
    if (wanted !== undefined && !isWithin(attributes[name], wanted)) return false;
  }
  return selector.level === undefined || hasLevel(attributes.level, selector.level);
}

export interface Bounds {
  readonly atLeast?: number | undefined;
  readonly atMost?: number | undefined;
}

export function isWithin(
  value: number | null | undefined,
  { atLeast = -Infinity, atMost = Infinity }: Bounds,
): boolean {
  return value !== null && value !== undefined && value >= atLeast && value <= atMost;
}

function hasLevel(level: Fact['attributes']['level'], wanted: NonNullable<EventSelector['level']>): boolean {
  if (level === null || level === undefined) return false;
  const rank = languageLevels.indexOf(level);
  const { atLeast = 'A1', atMost = 'C2' } = wanted;
  return rank >= languageLevels.indexOf(atLeast) && rank <= languageLevels.indexOf(atMost);
}
