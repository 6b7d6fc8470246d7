import type { JourneyPreviewTouchResolvers } from '../generated/resolvers.ts';

export const JourneyPreviewTouch: JourneyPreviewTouchResolvers = {
  participant: async ({ participantId }, _, { loaders }) => {
    const found = await loaders.participant.load(participantId);
    if (found === null) throw new Error('a participant whom a rule would touch is gone');
    return found;
  },
  changes: ({ changes }) => [...changes],
};
