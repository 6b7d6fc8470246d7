import { type Refused, refused } from '@teei/runtime/refusal';

/** The sides of a conflict, as whom they are shown at present. */
export interface ShownSides {
  readonly claimantId: string;
  readonly holderId: string;
}

/** Why somebody may not decide so; undefined when they may. */
export function refuseDecision(
  item: { readonly decision: string | null },
  sides: ShownSides,
  personId: string,
): Refused | undefined {
  if (item.decision !== null) {
    return refused('REVIEW_ITEM_DECIDED', 'Somebody has decided this already.', 'Reopen it to decide anew.');
  }
  if (personId !== sides.claimantId && personId !== sides.holderId) {
    return refused('PERSON_NOT_IN_REVIEW_ITEM', 'The person is no side of this conflict.', 'Choose one of the two.');
  }
  return undefined;
}

export function reviewItemNotFound(): Refused {
  return refused('REVIEW_ITEM_NOT_FOUND', 'There is no such review item.', 'Look it up in the list of review items.');
}

export function reviewItemOpen(): Refused {
  return refused('REVIEW_ITEM_OPEN', 'Nobody has decided this yet.', 'Decide it, or leave it.');
}
