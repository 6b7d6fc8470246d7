import type { ReviewSideResolvers } from '../generated/resolvers.ts';

export const ReviewSide: ReviewSideResolvers = {
  participant: ({ personKind, personId }, _, { loaders }) =>
    personKind === 'PARTICIPANT' ? loaders.participant.load(personId) : null,
  volunteer: ({ personKind, personId }, _, { loaders }) =>
    personKind === 'VOLUNTEER' ? loaders.volunteer.load(personId) : null,
};
