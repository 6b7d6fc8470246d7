import type { ProfileContext } from '../context.ts';
import { definedRule } from '../domain/journey/rules-in-force.ts';
import type { JourneyRuleRow } from '../rows.ts';
import { JourneyRuleStore, type StoredRule } from '../store/journey-rule-store.ts';

/** Every rule in force, by name. */
export async function rulesOf(context: ProfileContext): Promise<JourneyRuleRow[]> {
  const own = await new JourneyRuleStore(await context.tx()).all();
  const rules = new Map(defaultRows(context).map((row) => [row.name, row]));
  for (const stored of own) if (!stored.deleted) rules.set(stored.name, rowOf(stored));
  return [...rules.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

export function rowOf({ name, revision, source, definition, changedAt }: StoredRule): JourneyRuleRow {
  return { name, revision, origin: 'COMPANY', source, rule: definedRule(definition) ?? null, changedAt };
}

export function defaultRow(context: ProfileContext, name: string): JourneyRuleRow | undefined {
  return defaultRows(context).find((row) => row.name === name);
}

function defaultRows({ journeyDefaults }: ProfileContext): JourneyRuleRow[] {
  return journeyDefaults.map(({ rule, source }) => ({
    name: rule.name,
    revision: 0,
    origin: 'DEFAULT',
    source,
    rule,
    changedAt: null,
  }));
}
