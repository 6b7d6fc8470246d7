import { auditRecorded } from '@teei/runtime/audit-recorded';
import type { Outbox } from '@teei/runtime/outbox';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import { actorOf } from '@teei/runtime/viewer';
import { compareModels } from '../domain/evaluation/compare-models.ts';
import { judgePromoted, judgeTrial, type TrialVerdict } from '../domain/registry/judge-trial.ts';
import { type PromotionCheck, promotionChecks } from '../domain/registry/promotion-checks.ts';
import type { ModelAct } from '../domain/registry/registry-state.ts';
import { canaryJudged } from '../events/index.ts';
import { ModelRegistryStore } from '../store/model-registry-store.ts';
import { ModelTrialStore } from '../store/model-trial-store.ts';
import { type CompanyModels, companyModels } from './company-models.ts';
import { canaryRecord, comparedSince } from './golden-judgements.ts';
import { recordDecision } from './record-decision.ts';
import { modelRules } from './repository-versions.ts';

/**
 * Judges what a company has on trial, where the version says that it takes over by itself, and does what follows: the version takes over, stays on
 * trial or goes. What was found before is neither told nor written again.
 */
export async function judgeCompanyTrials(outbox: Outbox, tx: TenantTransaction, now: Date): Promise<void> {
  await new ModelRegistryStore(tx).lock();
  const models = await companyModels(tx);
  const found = (await judgedCanary(tx, models, now)) ?? (await judgedPromotion(tx, models, now));
  if (found === null) return;
  const store = new ModelTrialStore(tx);
  const [last] = await store.newest(1);
  const isKnown =
    last?.version === found.version &&
    last.verdict === found.verdict &&
    last.reason === found.reason &&
    last.since >= found.since;
  if (isKnown) return;
  await store.add(found);
  const { version, since, verdict, reason, checks } = found;
  const data = { version, since: since.toISOString(), verdict, reason, checks: [...checks] };
  await outbox.append(tx, canaryJudged, [{ subject: version, data }]);
  const actor = actorOf(tx.viewer);
  const act = actOf(found, models);
  if (act !== null) return recordDecision({ tx, outbox, actor }, models, act, { reason });
  const line = { action: 'modelVersion.canaryHeld', actor, target: version, detail: { reason } };
  await outbox.append(tx, auditRecorded, [{ subject: version, data: line }]);
}

async function judgedCanary(tx: TenantTransaction, models: CompanyModels, now: Date): Promise<JudgedTrial | null> {
  const { canary } = models;
  if (canary === null || models.versions.get(canary.version)?.promotion !== 'AUTOMATIC') return null;
  const record = await canaryRecord(tx, models);
  if (record === null) return null;
  const { canary: rules } = modelRules();
  const checks = promotionChecks(record, rules);
  const comparison = compareModels(record.active, record.canary);
  const { version, since } = canary;
  return { version, since, checks, ...judgeTrial({ checks, comparison, days: daysBetween(since, now) }, rules) };
}

/** Only what took over by itself goes by itself. */
async function judgedPromotion(tx: TenantTransaction, models: CompanyModels, now: Date): Promise<JudgedTrial | null> {
  const { version } = models.active;
  const [last] = await new ModelTrialStore(tx).newest(1);
  const before = models.state.stack.at(-2);
  if (last?.verdict !== 'PROMOTED' || last.version !== version || !before) return null;
  const since = last.judgedAt;
  const comparison = await comparedSince(tx, models, { baseline: before.version, candidate: version, since });
  const verdict = judgePromoted({ comparison, days: daysBetween(since, now) }, modelRules().canary);
  return verdict && { version, since, checks: [], ...verdict };
}

function actOf({ version, verdict }: JudgedTrial, { state }: CompanyModels): ModelAct | null {
  const now = { share: null, effectiveFrom: new Date() };
  if (verdict === 'HELD') return null;
  if (verdict === 'PROMOTED') return { act: 'PROMOTED', version, ...now };
  if (verdict === 'WITHDRAWN') return { act: 'CANARY_WITHDRAWN', version, ...now };
  return { act: 'ROLLED_BACK', version: state.stack.at(-2)?.version ?? version, ...now };
}

function daysBetween(from: Date, until: Date): number {
  return (until.getTime() - from.getTime()) / 86_400_000;
}

interface JudgedTrial extends TrialVerdict {
  readonly version: string;
  readonly since: Date;
  readonly checks: readonly PromotionCheck[];
}
