import { DIMENSIONS, type Dimension } from '../domain/q2q/q2q-model.ts';
import type { ThresholdInForce } from '../domain/registry/threshold-rules.ts';
import type { CompanyThreshold, ModelVersion } from '../generated/resolvers.ts';
import type { CompanyModels } from '../model/company-models.ts';
import { modelRules } from '../model/repository-versions.ts';
import type { DimensionName } from '../rows/metric.ts';

/** A version as the graph shows it, without what it scored. */
export function shownVersion(models: CompanyModels, name: string): Omit<ModelVersion, 'scores' | 'lastScoredAt'> {
  const known = models.versions.get(name);
  const { floors } = modelRules();
  const thresholds = known
    ? DIMENSIONS.map((dimension) => ({
        ...{ dimension: nameOf(dimension), threshold: known.thresholds[dimension], floor: floors[dimension] },
      }))
    : [];
  return {
    ...{ version: name, active: name === models.active.version, status: statusOf(models, name), thresholds },
    ...{ evaluable: models.isHere(name), effectiveFrom: effectiveFrom(models, name) },
    ...{ origin: known?.origin ?? null, model: known?.model ?? null, modelHash: known?.sha256 ?? null },
    ...{ parts: known?.parts ?? null, note: known?.note ?? null },
    promotion: known?.promotion ?? null,
  };
}

function statusOf({ active, canary, acts, versions }: CompanyModels, name: string): ModelVersion['status'] {
  if (name === active.version) return 'ACTIVE';
  if (name === canary?.version) return 'CANARY';
  const now = new Date();
  const hasScored = acts.some(({ version, effectiveFrom }) => version === name && effectiveFrom <= now);
  const known = versions.get(name);
  // A version of the repository is stored once it has scored.
  return hasScored || !known || (known.origin === 'REPOSITORY' && known.madeAt !== null) ? 'RETIRED' : 'DRAFT';
}

function effectiveFrom({ active, canary, state: { scheduled } }: CompanyModels, name: string): Date | null {
  const found = [active, canary].find((one) => one?.version === name)?.since;
  return found ?? (scheduled?.version === name ? scheduled.effectiveFrom : null);
}

export function shownThreshold({ dimension, ...threshold }: ThresholdInForce): CompanyThreshold {
  return { ...threshold, dimension: nameOf(dimension) };
}

export function nameOf(dimension: Dimension): DimensionName {
  return dimension.toUpperCase() as DimensionName;
}
