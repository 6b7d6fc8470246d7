import type { JourneyEvaluationResolvers } from '../generated/resolvers.ts';

export const JourneyEvaluation: JourneyEvaluationResolvers = {
  rule: ({ rule, revision }) => (rule === null ? null : { name: rule, revision: revision ?? 0 }),
};
