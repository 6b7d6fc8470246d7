import type { MutationResolvers } from '../../generated/resolvers.ts';
import { askEvaluation } from '../ask-evaluation.ts';

export const evaluateJourneys: MutationResolvers['evaluateJourneys'] = async (_, __, context) => ({
  evaluation: await askEvaluation(context, null, 'journeys.evaluated'),
});
