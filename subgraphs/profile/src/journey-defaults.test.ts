import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { evaluateJourney } from './domain/journey/evaluate-journey.ts';
import { flagRing } from './domain/journey/order-rules.ts';
import { readJourneyDefaults } from './journey-defaults.ts';
import { factsOf, readStories } from './testing/journey-story.ts';

const folder = join(import.meta.dirname, '../journey-rules');
const defaults = readJourneyDefaults();

test('the defaults wait for no flag in a ring, and there are some', () => {
  expect(defaults.map(({ rule }) => rule.name)).toEqual(
    expect.arrayContaining(['mentor_ready', 'followup_needed', 'language_support_needed']),
  );
  expect(flagRing(defaults.map(({ rule }) => rule))).toBeUndefined();
});

describe.each(defaults)('the stories of $rule.name', ({ rule }) => {
  const { rule: named, stories } = readStories(readFileSync(join(folder, `${rule.name}.test.yaml`), 'utf8'));

  test('are about this rule', () => expect(named).toBe(rule.name));

  test.each(stories)('$name', (story) => {
    const facts = factsOf(story);
    const joinedAt = story.joined ?? facts[0]?.at ?? 0;
    for (const { at, flags, milestones, followUps, since, behind } of story.expect) {
      const known = { language: story.language ?? null, joinedAt, facts: facts.filter((fact) => fact.at <= at) };
      const journey = evaluateJourney([{ rule, revision: 0 }], known, at);
      const names = (list: readonly { name: string }[]) => list.map(({ name }) => name);
      const when = new Date(at).toISOString();
      if (flags) expect(names(journey.flags), when).toEqual(flags);
      if (milestones) expect(names(journey.milestones), when).toEqual(milestones);
      if (followUps) expect(names(journey.followUps), when).toEqual(followUps);
      const [first] = [...journey.flags, ...journey.milestones];
      if (since !== undefined) expect(first?.since, when).toBe(since);
      if (behind)
        expect(
          first?.facts.map((fact) => fact.split('/')[1]),
          when,
        ).toEqual(behind.map(String));
    }
  });
});
