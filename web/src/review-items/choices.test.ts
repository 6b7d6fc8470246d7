import { expect, test } from 'vitest';
import { choicesOf } from './choices.ts';

const side = (id: string | null) => ({
  __typename: 'ReviewSide' as const,
  participant:
    id === null
      ? null
      : {
          __typename: 'Participant' as const,
          id,
          displayName: id.toUpperCase(),
          email: null,
          language: null,
          createdAt: '2026-01-01T00:00:00.000Z',
          identities: [],
          sessions: null,
          enrolments: null,
        },
  volunteer: null,
});

test('1 and 2 say who stays when both are one, 3 and 4 whose the id is when they are two; the holder comes first', () => {
  const choices = choicesOf({ claimant: side('c'), holder: side('h') });
  expect(choices.map(({ name, decision }) => [name, decision.decision, decision.personId])).toEqual([
    ['H', 'SAME_PERSON', 'h'],
    ['C', 'SAME_PERSON', 'c'],
    ['H', 'DIFFERENT_PEOPLE', 'h'],
    ['C', 'DIFFERENT_PEOPLE', 'c'],
  ]);
});

test('about somebody who is erased there is nothing to decide', () => {
  expect(choicesOf({ claimant: side('c'), holder: side(null) })).toEqual([]);
});
