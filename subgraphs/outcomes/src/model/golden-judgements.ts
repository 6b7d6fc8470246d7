import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import { type Comparison, compareModels } from '../domain/evaluation/compare-models.ts';
import type { Judgement } from '../domain/evaluation/judgement.ts';
import type { Dimension } from '../domain/q2q/q2q-model.ts';
import { versionOf } from '../domain/registry/model-version.ts';
import { type CanaryRecord, type PromotionCheck, promotionChecks } from '../domain/registry/promotion-checks.ts';
import type { TuningLabel } from '../domain/registry/tune-thresholds.ts';
import type { GoldenLabelRow } from '../rows/score-review.ts';
import { GoldenSetStore } from '../store/golden-set-store.ts';
import type { CompanyModels } from './company-models.ts';
import { judgeGolden } from './judge-golden-set.ts';
import { modelRules } from './repository-versions.ts';

/** The checks that the canary has to pass, as reviewers settled so far. */
export async function canaryChecks(tx: TenantTransaction, models: CompanyModels): Promise<readonly PromotionCheck[]> {
  const record = await canaryRecord(tx, models);
  return record === null ? [] : promotionChecks(record, modelRules().canary);
}

/** What the canary and the active version say of what reviewers settled; null where no version is on trial. */
export async function canaryRecord(tx: TenantTransaction, models: CompanyModels): Promise<CanaryRecord | null> {
  const { canary, active } = models;
  if (canary === null) return null;
  const rows = await newest(tx);
  const ownOf = (version: string) => rows.filter(({ modelVersion }) => versionOf(modelVersion) === version);
  return {
    active: await judgedBy(models, active.version, rows),
    canary: await judgedBy(models, canary.version, rows),
    ownOfActive: await judgedBy(models, active.version, ownOf(active.version)),
    ownOfCanary: await judgedBy(models, canary.version, ownOf(canary.version)),
  };
}

/** How one version does beside another on what reviewers settled since then. */
export async function comparedSince(
  tx: TenantTransaction,
  models: CompanyModels,
  { baseline, candidate, since }: { readonly baseline: string; readonly candidate: string; readonly since: Date },
): Promise<Comparison> {
  const rows = (await newest(tx)).filter(({ decidedAt }) => decidedAt >= since);
  return compareModels(await judgedBy(models, baseline, rows), await judgedBy(models, candidate, rows));
}

/** What reviewers settled on, with the probability that the active version gives. */
export async function tuningLabels(tx: TenantTransaction, models: CompanyModels): Promise<readonly TuningLabel[]> {
  const judgements = await judgedBy(models, models.active.version, await newest(tx));
  return judgements.map(({ dimension, probability, truth }) => ({
    ...{ dimension: dimension as Dimension, probability, isEvidence: truth !== 'none' },
  }));
}

async function judgedBy(
  models: CompanyModels,
  version: string,
  rows: readonly GoldenLabelRow[],
): Promise<readonly Judgement[]> {
  // As the version would score here: with the thresholds that hold in the company.
  const scorer = models.effectiveScorerOf(version);
  if (scorer === null) return [];
  const judgements: Judgement[] = [];
  for (const [at, row] of rows.entries()) {
    // Some milliseconds of work between two turns of the event loop, where snippets are read.
    if (at % 16 === 15) await new Promise((resolve) => setImmediate(resolve));
    const judgement = judgeGolden(scorer, row, models.readAlike(version, row.modelVersion));
    if (judgement) judgements.push(judgement);
  }
  return judgements;
}

function newest(tx: TenantTransaction): Promise<GoldenLabelRow[]> {
  return new GoldenSetStore(tx).page({ size: MOST_READ - 1, after: undefined });
}

/** Enough to tell two versions apart, and what a page can wait for where snippets have to be read. */
const MOST_READ = 1000;
