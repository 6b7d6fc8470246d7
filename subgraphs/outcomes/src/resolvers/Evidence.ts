import type { EvidenceResolvers } from '../generated/resolvers.ts';
import { reference } from './reference.ts';
import { sourced } from './sourced.ts';

export const Evidence: EvidenceResolvers = {
  __resolveReference: reference('evidence'),
  score: async ({ scoreId }, _, { loaders }) => {
    const found = await loaders.outcomeScore.load(scoreId);
    if (found === null) throw new Error('a foreign key promises the score of an evidence');
    return found;
  },
  ...sourced,
};
