import type { SessionResolvers } from '../generated/resolvers.ts';

/** Sessions belong to programs; here they are only keys that scores hang on. */
export const Session: SessionResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  outcomeScores: async ({ id }, _, { loaders }) => [...(await loaders.scoresOfSession.load(id))],
};
