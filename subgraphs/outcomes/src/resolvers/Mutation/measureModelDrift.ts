import type { MutationResolvers } from '../../generated/resolvers.ts';
import { measureCompanyDrift } from '../../model/company-drift.ts';
import { ModelDriftStore } from '../../store/model-drift-store.ts';
import { shownDrift } from '../shown-drift.ts';
import { tellAudited } from '../tell-audited.ts';

export const measureModelDrift: MutationResolvers['measureModelDrift'] = async (_, __, context) => {
  const tx = await context.tx();
  await measureCompanyDrift(context.outbox, tx, new Date());
  await tellAudited(context, { action: 'modelDrift.measured', target: context.tenant.companyId, detail: {} });
  return { __typename: 'ModelDriftMeasured', report: shownDrift(await new ModelDriftStore(tx).newest()) };
};
