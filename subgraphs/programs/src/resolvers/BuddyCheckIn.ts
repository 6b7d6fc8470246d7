import type { BuddyCheckInResolvers } from '../generated/resolvers.ts';
import { keptWords } from './KeptWords.ts';
import { reference } from './reference.ts';

export const BuddyCheckIn: BuddyCheckInResolvers = {
  __resolveReference: reference('buddyCheckIn'),
  words: keptWords,
  match: ({ matchId }, _, { loaders }) => loaders.buddyMatch.load(matchId),
};
