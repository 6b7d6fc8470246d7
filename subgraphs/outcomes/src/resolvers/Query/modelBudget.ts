import type { QueryResolvers } from '../../generated/resolvers.ts';
import { shownBudget } from '../shown-budget.ts';

export const modelBudget: QueryResolvers['modelBudget'] = (_, { month }, context) => shownBudget(context, month);
