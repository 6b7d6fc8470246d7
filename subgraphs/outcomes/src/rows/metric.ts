/** Rows as the stores hand them out and the resolvers take them; named like the graph's types. */

export type DimensionName = 'CONFIDENCE' | 'BELONGING' | 'LANG_LEVEL_PROXY' | 'JOB_READINESS';

export type DirectionName = 'GAIN' | 'SETBACK' | 'MIXED';

export type CountedMetricName = 'PARTICIPANTS' | 'SESSIONS' | 'VOLUNTEER_HOURS' | 'OUTCOME_LEVEL';

export type MetricNameRow = CountedMetricName | 'SROI' | 'VIS' | 'VIS_1';

export interface MetricRow {
  readonly id: string;
  readonly name: MetricNameRow;
  readonly dimension: DimensionName | null;
  readonly grain: 'WEEK' | 'MONTH' | 'QUARTER' | 'ALL_TIME' | 'PERIOD';
  /** yyyy-mm; so are from and to. */
  readonly month: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** yyyy-mm-dd, inclusive; null for all time. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  /** Null for the whole company. */
  readonly programmeId: string | null;
  readonly value: number | null;
  readonly absence: string | null;
  readonly formulaVersion: string;
  readonly inputs: { readonly name: string; readonly value: number }[];
  readonly contributions: Contribution[] | null;
  readonly computedAt: Date;
}

/** A change of a metric after its period was over. */
export interface RestatementRow {
  readonly metricId: string;
  readonly restatedAt: Date;
  readonly previousValue: number | null;
  readonly previousComputedAt: Date;
}

/** What a metric was. */
export interface MetricValueRow {
  readonly metricId: string;
  readonly value: number | null;
  readonly computedAt: Date;
  readonly formulaVersion: string;
  readonly inputs: { readonly name: string; readonly value: number }[];
}

/** A part of a number. */
export interface Contribution {
  readonly name: string;
  readonly value: number;
  /** Its own formula with the values filled in. */
  readonly formula: string;
  readonly source: string | null;
}

/** A metric that is worked out here rather than in SQL. */
export interface MetricToKeep {
  readonly name: Exclude<MetricNameRow, CountedMetricName>;
  /** First day of the first and of the last month, yyyy-mm-dd; null for all time. */
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly dimensions: readonly DimensionName[];
  readonly value: number | null;
  readonly absence: string | null;
  readonly formulaVersion: string;
  readonly inputs: readonly { readonly name: string; readonly value: number }[];
  readonly contributions: readonly Contribution[];
}

export interface MetricsUpdateRow {
  readonly cursor: string;
  readonly metricIds: readonly string[];
}
