import { type Refused, refused } from '@teei/runtime/refusal';

/** Why somebody may not decide; undefined when they may. An appeal is decided by somebody who has not decided before. */
export function refuseDecision(status: FlagStatus, reviews: readonly PastReview[], actor: string): Refused | undefined {
  switch (status) {
    case 'OPEN':
      return undefined;
    case 'APPEALED':
      return hasDecided(reviews, actor)
        ? refused(
            'SAFETY_FLAG_OWN_DECISION',
            'This is an appeal against your own decision.',
            'Leave it to another reviewer.',
          )
        : undefined;
    case 'WITHDRAWN':
      return refused('SAFETY_FLAG_WITHDRAWN', 'The text is gone.', 'There is nothing to decide.');
    case 'UPHELD':
    case 'DISMISSED':
      return refused(
        'SAFETY_FLAG_DECIDED',
        'Somebody has decided this already.',
        'Appeal against it to have it decided again.',
      );
  }
}

/** Why somebody may not appeal; undefined when they may. A decision after an appeal is the last. */
export function refuseAppeal(status: FlagStatus, reviews: readonly PastReview[]): Refused | undefined {
  if (status !== 'UPHELD' && status !== 'DISMISSED')
    return refused('SAFETY_FLAG_NOT_DECIDED', 'There is no decision to appeal against.', 'Wait for the decision.');
  if (reviews.some(({ act }) => act === 'APPEALED'))
    return refused('SAFETY_FLAG_FINAL', 'This was decided after an appeal.', 'The decision stands.');
  return undefined;
}

export function hasDecided(reviews: readonly PastReview[], actor: string): boolean {
  return reviews.some((review) => review.act !== 'APPEALED' && review.actor === actor);
}

export function safetyFlagNotFound(): Refused {
  return refused('SAFETY_FLAG_NOT_FOUND', 'There is no such flag.', 'Look it up in the list of flags.');
}

/** Notes are read by people, not by machines; UTF-16 units. */
export const LONGEST_NOTE = 1_000;

export function noteTooLong(): Refused {
  return refused('NOTE_TOO_LONG', `A note has at most ${LONGEST_NOTE} characters.`, 'Say it in fewer words.');
}

export function reasonMissing(): Refused {
  return refused('REASON_MISSING', 'An appeal needs a reason.', 'Say why it should be decided again.');
}

type FlagStatus = 'OPEN' | 'UPHELD' | 'DISMISSED' | 'APPEALED' | 'WITHDRAWN';

export interface PastReview {
  readonly act: 'UPHELD' | 'DISMISSED' | 'APPEALED';
  readonly actor: string;
}
