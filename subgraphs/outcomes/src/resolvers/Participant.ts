import { connectionOf, pageOf } from '@teei/runtime/connection';
import type { ParticipantResolvers } from '../generated/resolvers.ts';

/** Participants belong to profile; here they are only keys that scores hang on. */
export const Participant: ParticipantResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  outcomeScores: async ({ id }, args, { loaders }) => {
    const page = pageOf(args, 'instant', 'id');
    const rows = await loaders.scoresOfParticipant(page).load(id);
    const count = async (): Promise<number> => (await loaders.scoreCountOf.load(id))?.count ?? 0;
    return connectionOf(rows, page, (row) => [row.observedAt.toISOString(), row.id], count);
  },
};
