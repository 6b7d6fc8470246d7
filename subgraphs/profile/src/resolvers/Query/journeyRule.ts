import type { QueryResolvers } from '../../generated/resolvers.ts';
import { JourneyRuleStore } from '../../store/journey-rule-store.ts';
import { defaultRow, rowOf } from '../journey-rules.ts';

export const journeyRule: QueryResolvers['journeyRule'] = async (_, { name }, context) => {
  const own = (await new JourneyRuleStore(await context.tx()).all()).find((rule) => rule.name === name);
  if (own && !own.deleted) return rowOf(own);
  return defaultRow(context, name) ?? (own ? rowOf(own) : null);
};
