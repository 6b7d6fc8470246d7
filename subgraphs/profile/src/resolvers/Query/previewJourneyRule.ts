import { flagRing } from '../../domain/journey/order-rules.ts';
import { readRule } from '../../domain/journey/read-rule.ts';
import { rulesInForce } from '../../domain/journey/rules-in-force.ts';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { JourneyRuleStore } from '../../store/journey-rule-store.ts';
import { ringProblem } from '../journey-rule-problems.ts';
import { previewJourneys } from '../preview-journeys.ts';

export const previewJourneyRule: QueryResolvers['previewJourneyRule'] = async (_, { source }, context) => {
  const tx = await context.tx();
  const own = await new JourneyRuleStore(tx).all();
  const { rule, problems } = readRule(source);
  if (!rule) return { __typename: 'JourneyRuleInvalid', problems: [...problems] };
  const defaults = context.journeyDefaults.map((each) => each.rule);
  const others = rulesInForce(defaults, own).filter((each) => each.rule.name !== rule.name);
  // Under the next revision: what stands under an older one is the same flag.
  const rules = [...others, { rule, revision: (own.find(({ name }) => name === rule.name)?.revision ?? 0) + 1 }];
  const ring = flagRing(rules.map((each) => each.rule));
  if (ring) return { __typename: 'JourneyRuleInvalid', problems: [ringProblem(source, ring)] };
  return { __typename: 'JourneyRulePreview', name: rule.name, ...(await previewJourneys(tx, rules)) };
};
