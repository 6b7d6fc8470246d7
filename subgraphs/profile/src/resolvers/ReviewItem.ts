import type { ReviewItemResolvers } from '../generated/resolvers.ts';
import { memberOfActor } from './member-of-actor.ts';

export const ReviewItem: ReviewItemResolvers = {
  claimant: ({ personKind, claimantId }) => ({ personKind, personId: claimantId }),
  holder: ({ personKind, holderId }) => ({ personKind, personId: holderId }),
  ownerId: ({ ownerId }, _, { loaders }) => (ownerId === null ? null : loaders.shownPerson.load(ownerId)),
  decidedBy: ({ decidedBy }, _, context) => memberOfActor(decidedBy, context),
};
