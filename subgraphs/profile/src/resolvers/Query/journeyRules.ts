import type { QueryResolvers } from '../../generated/resolvers.ts';
import { rulesOf } from '../journey-rules.ts';

export const journeyRules: QueryResolvers['journeyRules'] = (_, __, context) => rulesOf(context);
