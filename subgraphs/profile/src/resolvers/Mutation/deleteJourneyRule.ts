import { refused } from '@teei/runtime/refusal';
import { actorOf } from '@teei/runtime/viewer';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { JourneyRuleStore } from '../../store/journey-rule-store.ts';
import { askEvaluation } from '../ask-evaluation.ts';
import { journeyRuleMoved } from '../journey-rule-refusals.ts';
import { defaultRow } from '../journey-rules.ts';

export const deleteJourneyRule: MutationResolvers['deleteJourneyRule'] = async (_, { input }, context) => {
  const { name, revision } = input;
  const store = new JourneyRuleStore(await context.tx());
  await store.lockAll();
  const found = (await store.all()).find((rule) => rule.name === name && !rule.deleted);
  if (!found) return notFound();
  if (found.revision !== revision) return journeyRuleMoved(name);
  const { source, definition } = found;
  const deleted = await store.put({ name, source, definition, deleted: true, changedBy: actorOf(context.viewer) });
  const evaluation = await askEvaluation(context, deleted, 'journeyRule.deleted');
  return { __typename: 'JourneyRuleDeleted', name, rule: defaultRow(context, name) ?? null, evaluation };
};

function notFound() {
  return refused(
    'JOURNEY_RULE_NOT_FOUND',
    'The company has no rule of its own with this name.',
    'Look it up in the list of rules. A default is switched off by saving it with enabled: false.',
  );
}
