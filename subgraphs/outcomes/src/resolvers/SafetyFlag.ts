import { actorOf } from '@teei/runtime/viewer';
import { hasDecided } from '../domain/safety/review-rules.ts';
import type { SafetyFlagResolvers } from '../generated/resolvers.ts';
import { reference } from './reference.ts';
import { sourced } from './sourced.ts';

export const SafetyFlag: SafetyFlagResolvers = {
  __resolveReference: reference('safetyFlag'),
  ...sourced,
  participant: async ({ participantId }, _, { loaders }) => ({ id: await loaders.shownPerson.load(participantId) }),
  reviews: async ({ id }, _, { loaders }) => [...(await loaders.safetyReviewsOf.load(id))],
  decidedByViewer: async ({ id }, _, { loaders, viewer }) =>
    hasDecided(await loaders.safetyReviewsOf.load(id), actorOf(viewer)),
};
