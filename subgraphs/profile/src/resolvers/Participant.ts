import type { ParticipantResolvers } from '../generated/resolvers.ts';
import { reference } from './reference.ts';

export const Participant: ParticipantResolvers = {
  __resolveReference: reference('participant'),
  identities: async ({ id }, _, { loaders }) => [...(await loaders.identitiesOf.PARTICIPANT.load(id))],
  merges: async ({ id }, _, { loaders }) => [...(await loaders.mergesOf.load(id))],
  openReviewItems: async ({ id }, _, { loaders }) => [...(await loaders.openReviewItemsOf.load(id))],
  journeyFlags: async ({ id }, _, { loaders }) => [...(await loaders.journeyFlags.load(id))],
  journeyMilestones: async ({ id }, _, { loaders }) => [...(await loaders.journeyMilestones.load(id))],
  openFollowUps: async ({ id }, _, { loaders }) => [...(await loaders.openFollowUps.load(id))],
};
