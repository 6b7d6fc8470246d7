import type { OutcomeScoreResolvers } from '../generated/resolvers.ts';
import { reference } from './reference.ts';
import { sourced } from './sourced.ts';

export const OutcomeScore: OutcomeScoreResolvers = {
  __resolveReference: reference('outcomeScore'),
  evidence: async ({ id }, _, { loaders }) => {
    const found = await loaders.evidenceOfScore.load(id);
    if (found === null) throw new Error('a score is stored together with its evidence');
    return found;
  },
  session: sourced.session,
  participant: async ({ participantId }, _, { loaders }) => ({ id: await loaders.shownPerson.load(participantId) }),
};
