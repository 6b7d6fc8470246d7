import type { RevisedRule } from './evaluate-journey.ts';
import { type JourneyRule, journeyRule } from './rule.ts';

/** A rule as a company stores it. */
export interface CompanyRule {
  readonly name: string;
  readonly revision: number;
  readonly definition: unknown;
  readonly deleted: boolean;
}

/** The defaults, with a company's own rules beside them or in their place. Deleting a company's rule brings the default back. */
export function rulesInForce(defaults: readonly JourneyRule[], own: readonly CompanyRule[]): RevisedRule[] {
  const rules = new Map<string, RevisedRule>(defaults.map((rule) => [rule.name, { rule, revision: 0 }]));
  for (const { name, revision, definition, deleted } of own) {
    const rule = deleted ? undefined : definedRule(definition);
    if (rule) rules.set(name, { rule, revision });
  }
  return [...rules.values()];
}

/** Undefined when the form of rules has changed since, so that it can no longer be read. */
export function definedRule(definition: unknown): JourneyRule | undefined {
  const text = JSON.stringify(definition);
  const known = read.get(text);
  if (known) return known;
  const { data } = journeyRule.safeParse(definition);
  if (!data) return undefined;
  // Checked once for each text, not for each event; a company edits few rules, so this stays small.
  if (read.size > 2_000) read.clear();
  read.set(text, data);
  return data;
}

const read = new Map<string, JourneyRule>();
