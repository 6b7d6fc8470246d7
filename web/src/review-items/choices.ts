import type { DecideReviewItemInput, ReviewItemCardFragment } from '../generated/graphql.ts';
import { personName } from '../people/person-name.ts';

export interface Choice {
  readonly words: 'keepClaimant' | 'keepHolder' | 'claimantOwns' | 'holderOwns';
  /** Of the person that the choice is about. */
  readonly name: string;
  readonly decision: Pick<DecideReviewItemInput, 'decision' | 'personId'>;
}

/** Who stands on a side; null once they are erased. */
export function personOf({ participant, volunteer }: ReviewItemCardFragment['claimant']) {
  return participant ?? volunteer ?? null;
}

/** What can be decided, in the order of the keys 1 to 4: holder first, since the holder stands on the left. */
export function choicesOf({ claimant, holder }: Pick<ReviewItemCardFragment, 'claimant' | 'holder'>): Choice[] {
  const left = personOf(holder);
  const right = personOf(claimant);
  if (left === null || right === null) return [];
  const choice = (words: Choice['words'], person: typeof left, decision: Choice['decision']['decision']): Choice => ({
    words,
    name: personName(person),
    decision: { decision, personId: person.id },
  });
  return [
    choice('keepHolder', left, 'SAME_PERSON'),
    choice('keepClaimant', right, 'SAME_PERSON'),
    choice('holderOwns', left, 'DIFFERENT_PEOPLE'),
    choice('claimantOwns', right, 'DIFFERENT_PEOPLE'),
  ];
}
