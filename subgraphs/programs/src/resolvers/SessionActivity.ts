import type { SessionActivityResolvers } from '../generated/resolvers.ts';

export const SessionActivity: SessionActivityResolvers = {
  session: ({ sessionId }, _, { loaders }) => loaders.session.load(sessionId),
};
