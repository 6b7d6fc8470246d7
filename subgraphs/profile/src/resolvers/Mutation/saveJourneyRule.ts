import { refused } from '@teei/runtime/refusal';
import { actorOf } from '@teei/runtime/viewer';
import type { ProfileContext } from '../../context.ts';
import { flagRing } from '../../domain/journey/order-rules.ts';
import { readRule } from '../../domain/journey/read-rule.ts';
import { rulesInForce } from '../../domain/journey/rules-in-force.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { JourneyRuleStore, type StoredRule } from '../../store/journey-rule-store.ts';
import { askEvaluation } from '../ask-evaluation.ts';
import { ringProblem } from '../journey-rule-problems.ts';
import { journeyRuleMoved } from '../journey-rule-refusals.ts';
import { rowOf } from '../journey-rules.ts';

/** More than a person can keep in mind; every one of them is looked at for every event. */
const mostRules = 100;

export const saveJourneyRule: MutationResolvers['saveJourneyRule'] = async (_, { input }, context) => {
  const { rule, problems } = readRule(input.source);
  if (!rule) return { __typename: 'JourneyRuleInvalid', problems: [...problems] };
  const store = new JourneyRuleStore(await context.tx());
  await store.lockAll();
  const own = await store.all();
  const before = own.find(({ name, deleted }) => name === rule.name && !deleted);
  if ((before?.revision ?? 0) !== input.revision) return journeyRuleMoved(rule.name);
  if (!before && own.filter(({ deleted }) => !deleted).length >= mostRules) return tooManyRules();
  const others = othersInForce(context, own, rule.name);
  const ring = flagRing([...others, rule]);
  if (ring) return { __typename: 'JourneyRuleInvalid', problems: [ringProblem(input.source, ring)] };
  if (before?.source === input.source) return { __typename: 'JourneyRuleSaved', rule: rowOf(before), evaluation: null };
  const changedBy = actorOf(context.viewer);
  const saved = await store.put({ name: rule.name, source: input.source, definition: rule, deleted: false, changedBy });
  const evaluation = await askEvaluation(context, saved, 'journeyRule.saved');
  return { __typename: 'JourneyRuleSaved', rule: rowOf(saved), evaluation };
};

function othersInForce({ journeyDefaults }: ProfileContext, own: readonly StoredRule[], name: string) {
  const defaults = journeyDefaults.map(({ rule }) => rule);
  return rulesInForce(defaults, own).flatMap(({ rule }) => (rule.name === name ? [] : [rule]));
}

function tooManyRules() {
  return refused(
    'JOURNEY_RULES_TOO_MANY',
    `A company has at most ${mostRules} rules of its own.`,
    'Delete a rule that nobody needs, or widen an existing one.',
  );
}
