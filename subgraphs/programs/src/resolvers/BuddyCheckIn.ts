import type { BuddyCheckInResolvers } from '../generated/resolvers.ts';
import { reference } from './reference.ts';

export const BuddyCheckIn: BuddyCheckInResolvers = {
  __resolveReference: reference('buddyCheckIn'),
  match: ({ matchId }, _, { loaders }) => loaders.buddyMatch.load(matchId),
};
