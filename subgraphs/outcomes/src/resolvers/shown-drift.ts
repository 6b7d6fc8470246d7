import { ALL } from '../domain/drift/drift-subjects.ts';
import type { DriftReport } from '../generated/resolvers.ts';
import { dayOf, driftWindows, firstReference } from '../model/drift-windows.ts';
import { modelRules } from '../model/repository-versions.ts';
import type { DimensionName } from '../rows/metric.ts';
import type { ModelDriftRow } from '../rows/model.ts';

/** The findings of one day with the windows that they are of. */
export function shownDrift(rows: readonly ModelDriftRow[]): DriftReport | null {
  const [first] = rows;
  if (!first) return null;
  // Of a night before references were kept, the window that moved along.
  const { name, from, until: end } = firstReference(new Date(first.day));
  const reference = { name, from: first.referenceFrom ?? from, until: first.referenceUntil ?? end };
  const { until, currentFrom } = driftWindows(new Date(first.day), reference);
  return {
    measuredAt: first.measuredAt,
    ...{ referenceFrom: reference.from, referenceUntil: reference.until, referenceName: first.referenceName },
    ...{ modelVersion: first.modelVersion, referenceVersion: first.referenceVersion },
    ...{ currentFrom: dayOf(currentFrom), until: dayOf(until) },
    alertAt: modelRules().drift.alertAt,
    findings: rows.map(({ dimension, language, bins, ...finding }) => ({
      ...{ ...finding, bins: [...bins] },
      dimension: dimension === ALL ? null : (dimension.toUpperCase() as DimensionName),
      language: language === ALL ? null : language,
    })),
  };
}
