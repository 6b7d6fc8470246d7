/** Rows as the stores hand them out and the resolvers take them; named like the graph's types. */

export interface EntityRef {
  readonly id: string;
}

export type DimensionName = 'CONFIDENCE' | 'BELONGING' | 'LANG_LEVEL_PROXY' | 'JOB_READINESS';
export type DirectionName = 'GAIN' | 'SETBACK' | 'MIXED';
export type MetricNameRow = 'PARTICIPANTS' | 'SESSIONS' | 'VOLUNTEER_HOURS' | 'OUTCOME_LEVEL';

export interface MetricRow {
  readonly id: string;
  readonly name: MetricNameRow;
  readonly dimension: DimensionName | null;
  readonly grain: 'MONTH' | 'ALL_TIME';
  /** yyyy-mm */
  readonly month: string | null;
  readonly value: number | null;
  readonly absence: string | null;
  readonly formulaVersion: string;
  readonly inputs: { readonly name: string; readonly value: number }[];
  readonly computedAt: Date;
}

export interface OutcomeScoreRow {
  readonly id: string;
  readonly sessionId: string;
  readonly participantId: string;
  readonly dimension: DimensionName;
  readonly direction: DirectionName;
  readonly level: number;
  readonly confidence: number;
  readonly modelVersion: string;
  readonly scoredAt: Date;
  readonly observedAt: Date;
}

export interface EvidenceRow {
  readonly id: string;
  readonly scoreId: string;
  readonly sessionId: string;
  readonly snippet: string;
  readonly hash: string;
  readonly start: number;
  readonly end: number;
  readonly language: string;
  readonly confidence: number;
  readonly observedAt: Date;
}

export interface MetricsUpdateRow {
  readonly cursor: string;
  readonly metricIds: readonly string[];
}
