import { auditRecorded } from '@teei/runtime/audit-recorded';
import type { Outbox } from '@teei/runtime/outbox';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { ModelAct } from '../domain/registry/registry-state.ts';
import { DriftReferenceStore } from '../store/drift-reference-store.ts';
import { ModelRegistryStore } from '../store/model-registry-store.ts';
import type { CompanyModels } from './company-models.ts';
import { referenceOf } from './drift-windows.ts';

/** Writes a decision down, with the version that it is about and a line for the audit log. Whoever decides holds the registry's lock. */
export async function recordDecision(
  { tx, outbox, actor }: DecisionMaker,
  models: CompanyModels,
  act: ModelAct,
  why: Readonly<Record<string, string>> = {},
): Promise<void> {
  const store = new ModelRegistryStore(tx);
  const version = models.versions.get(act.version);
  if (version?.madeAt === null) await store.add(version, actor);
  await store.decide(act, actor);
  const { share, effectiveFrom } = act;
  const detail = { before: models.active.version, share, effectiveFrom: effectiveFrom.toISOString(), ...why };
  // What a version makes is compared with what it made at first.
  if (act.act === 'ACTIVATED' || act.act === 'PROMOTED' || act.act === 'ROLLED_BACK')
    await new DriftReferenceStore(tx).add(referenceOf(act.version, effectiveFrom), actor);
  const line = { action: actions[act.act], actor, target: act.version, detail };
  await outbox.append(tx, auditRecorded, [{ subject: act.version, data: line }]);
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

interface DecisionMaker {
  readonly tx: TenantTransaction;
  readonly outbox: Outbox;
  readonly actor: string;
}
