import type { QueryResolvers } from '../../generated/resolvers.ts';
import { JourneyEvaluationStore } from '../../store/journey-evaluation-store.ts';

export const journeyEvaluation: QueryResolvers['journeyEvaluation'] = async (_, __, { tx }) =>
  (await new JourneyEvaluationStore(await tx()).newest()) ?? null;
