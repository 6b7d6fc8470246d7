import { expect, test } from 'vitest';
import { type AccountDraft, draftOf, emptyDraft, inputOf, missingIn } from './account-draft.ts';

const written: AccountDraft = {
  ...emptyDraft('NOK', new Date('2026-05-05T00:00:00Z')),
  ...{ investment: '250 000', investmentSource: 'Ledger', discountRate: '3,5' },
  outcomes: [
    {
      ...{ key: 'k', title: 'Found work', dimension: '', quantity: '60', quantitySource: 'Calls', proxyId: 'p' },
      ...{ deadweight: '40 %', displacement: '0', attributionToOthers: '30', dropOff: '33.3', years: '2' },
      assumptionsSource: 'Comparison',
    },
  ],
};

test('fields become what the graph asks for: percent as shares, decimal commas as points', () => {
  expect(inputOf(written)).toMatchObject({
    ...{ from: '2026-01', to: '2026-12', investment: 250_000, discountRate: 0.035 },
    outcomes: [{ dimension: null, quantity: 60, deadweight: 0.4, attributionToOthers: 0.3, dropOff: 0.333, years: 2 }],
  });
});

test('what is stored comes back into the fields as it was written', () => {
  const input = inputOf(written);
  if (input === null) throw new Error('the account is complete');
  const stored = {
    ...input,
    ...{ revision: 1, discountRate: 0.035, changedAt: '2026-05-05T00:00:00Z', __typename: 'SroiAccount' as const },
    outcomes: input.outcomes.map((outcome) => ({
      ...outcome,
      ...{
        dimension: null,
        quantity: 60,
        quantitySource: 'Calls',
        proxyId: 'p',
        proxyRevision: 1,
        __typename: 'SroiOutcome' as const,
      },
      ...{ displacement: 0, dropOff: 0.333, years: 2 },
    })),
  };
  expect(inputOf(draftOf(stored))).toEqual(input);
});

test('an account with a number missing is not asked for, and the field is named', () => {
  const empty = emptyDraft('NOK', new Date('2026-05-05T00:00:00Z'));
  expect(inputOf(empty)).toBeNull();
  expect([...missingIn(empty)]).toEqual([
    'investment',
    'outcomes.0.deadweight',
    'outcomes.0.attributionToOthers',
    'outcomes.0.proxyId',
  ]);
});
