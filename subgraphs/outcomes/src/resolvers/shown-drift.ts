import { ALL } from '../domain/drift/drift-subjects.ts';
import type { DriftReport } from '../generated/resolvers.ts';
import { driftWindows } from '../model/company-drift.ts';
import { modelRules } from '../model/repository-versions.ts';
import type { DimensionName } from '../rows/metric.ts';
import type { ModelDriftRow } from '../rows/model.ts';

/** The findings of one day with the windows that they are of. */
export function shownDrift(rows: readonly ModelDriftRow[]): DriftReport | null {
  const [first] = rows;
  if (!first) return null;
  const { until, currentFrom, referenceFrom } = driftWindows(new Date(first.day));
  return {
    measuredAt: first.measuredAt,
    ...{ referenceFrom: dayOf(referenceFrom), currentFrom: dayOf(currentFrom), until: dayOf(until) },
    alertAt: modelRules().drift.alertAt,
    findings: rows.map(({ dimension, language, bins, ...finding }) => ({
      ...{ ...finding, bins: [...bins] },
      dimension: dimension === ALL ? null : (dimension.toUpperCase() as DimensionName),
      language: language === ALL ? null : language,
    })),
  };
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
