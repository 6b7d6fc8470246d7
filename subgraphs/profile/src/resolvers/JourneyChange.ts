import type { JourneyChangeResolvers } from '../generated/resolvers.ts';

export const JourneyChange: JourneyChangeResolvers = {
  participant: ({ participantId }, _, { loaders }) => loaders.participant.load(participantId),
};
