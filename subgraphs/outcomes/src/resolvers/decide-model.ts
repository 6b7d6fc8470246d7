import { actorOf } from '@teei/runtime/viewer';
import type { OutcomesContext } from '../context.ts';
import type { ModelAct } from '../domain/registry/registry-state.ts';
import { type CompanyModels, companyModels } from '../model/company-models.ts';
import { recordDecision } from '../model/record-decision.ts';
import { ModelRegistryStore } from '../store/model-registry-store.ts';

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
  const maker = { tx: await context.tx(), outbox: context.outbox, actor: actorOf(context.viewer) };
  await recordDecision(maker, models, act);
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
