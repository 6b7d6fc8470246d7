import { actorOf } from '@teei/runtime/viewer';
import type { OutcomesContext } from '../context.ts';
import type { ModelAct } from '../domain/registry/registry-state.ts';
import { type CompanyModels, companyModels } from '../model/company-models.ts';
import { ModelRegistryStore } from '../store/model-registry-store.ts';
import { tellAudited } from './tell-audited.ts';

/** What was decided so far, while nobody else decides. */
export async function modelsToDecide(context: OutcomesContext): Promise<CompanyModels> {
  const tx = await context.tx();
  await new ModelRegistryStore(tx).lock();
  return companyModels(tx);
}

/** Writes a decision down, with the version that it is about and a line for the audit log. */
export async function decideModel(
  context: OutcomesContext,
  models: CompanyModels,
  act: ModelAct,
): Promise<RegistryChanged> {
  const store = new ModelRegistryStore(await context.tx());
  const actor = actorOf(context.viewer);
  const version = models.versions.get(act.version);
  if (version?.madeAt === null) await store.add(version, actor);
  await store.decide(act, actor);
  const { share, effectiveFrom } = act;
  await tellAudited(context, {
    action: actions[act.act],
    target: act.version,
    detail: { before: models.active.version, share, effectiveFrom: effectiveFrom.toISOString() },
  });
  return registryChanged(context);
}

/** The registry as it is after a decision. */
export async function registryChanged(context: OutcomesContext): Promise<RegistryChanged> {
  return { __typename: 'ModelRegistryChanged', registry: await companyModels(await context.tx()) };
}

interface RegistryChanged {
  readonly __typename: 'ModelRegistryChanged';
  readonly registry: CompanyModels;
}

const actions = {
  ACTIVATED: 'modelVersion.activated',
  ROLLED_BACK: 'modelVersion.rolledBack',
  CANARY_STARTED: 'modelVersion.canaryStarted',
  CANARY_WITHDRAWN: 'modelVersion.canaryWithdrawn',
  PROMOTED: 'modelVersion.promoted',
  SHADOW_STARTED: 'modelVersion.shadowStarted',
  SHADOW_STOPPED: 'modelVersion.shadowStopped',
} as const satisfies Record<ModelAct['act'], string>;
