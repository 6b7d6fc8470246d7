import type { BuddyFeedbackResolvers } from '../generated/resolvers.ts';
import { reference } from './reference.ts';

export const BuddyFeedback: BuddyFeedbackResolvers = {
  __resolveReference: reference('buddyFeedback'),
  match: ({ matchId }, _, { loaders }) => loaders.buddyMatch.load(matchId),
};
