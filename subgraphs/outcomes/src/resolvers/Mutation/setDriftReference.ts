import { refused } from '@teei/runtime/refusal';
import { actorOf } from '@teei/runtime/viewer';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { measureCompanyDrift } from '../../model/company-drift.ts';
import { dayOf } from '../../model/drift-windows.ts';
import { DriftReferenceStore } from '../../store/drift-reference-store.ts';
import { ModelDriftStore } from '../../store/model-drift-store.ts';
import { shownDrift } from '../shown-drift.ts';
import { tellAudited } from '../tell-audited.ts';

export const setDriftReference: MutationResolvers['setDriftReference'] = async (_, { input }, context) => {
  const { from, until } = input;
  const name = input.name.trim().slice(0, 80);
  const now = new Date();
  const days = isDay(from) && isDay(until) ? (Date.parse(until) - Date.parse(from)) / 86_400_000 : 0;
  if (name === '' || days < 7 || until > dayOf(now))
    return refused(
      'DRIFT_REFERENCE_INVALID',
      'That is no window to measure drift against.',
      'Give it a name, a first day, and an end at least a week later and not after today.',
    );
  const tx = await context.tx();
  await new DriftReferenceStore(tx).add({ name, from, until }, actorOf(context.viewer));
  await tellAudited(context, {
    action: 'driftReference.set',
    target: context.tenant.companyId,
    detail: { from, until },
  });
  await measureCompanyDrift(context.outbox, tx, now);
  return { __typename: 'ModelDriftMeasured', report: shownDrift(await new ModelDriftStore(tx).newest()) };
};

/** A day as ISO 8601 writes it, that there is. */
function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && dayOf(new Date(text)) === text;
}
