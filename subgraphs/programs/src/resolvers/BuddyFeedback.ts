import type { BuddyFeedbackResolvers } from '../generated/resolvers.ts';
import { keptWords } from './KeptWords.ts';
import { reference } from './reference.ts';

export const BuddyFeedback: BuddyFeedbackResolvers = {
  __resolveReference: reference('buddyFeedback'),
  words: keptWords,
  match: ({ matchId }, _, { loaders }) => loaders.buddyMatch.load(matchId),
};
