import type { Author, SourceKind } from './domain/spoken-text.ts';

/** Rows as the stores hand them out and the resolvers take them; named like the graph's types. */

export interface EntityRef {
  readonly id: string;
}

export type DimensionName = 'CONFIDENCE' | 'BELONGING' | 'LANG_LEVEL_PROXY' | 'JOB_READINESS';
export type DirectionName = 'GAIN' | 'SETBACK' | 'MIXED';
export type MetricNameRow = 'PARTICIPANTS' | 'SESSIONS' | 'VOLUNTEER_HOURS' | 'OUTCOME_LEVEL';

/** What stands in a text says where the text stands. */
export interface SourcedRow {
  readonly source: SourceKind;
  readonly sourceId: string;
}

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

export interface OutcomeScoreRow extends SourcedRow {
  readonly id: string;
  readonly participantId: string;
  readonly dimension: DimensionName;
  readonly direction: DirectionName;
  readonly level: number;
  readonly confidence: number;
  readonly modelVersion: string;
  readonly scoredAt: Date;
  readonly observedAt: Date;
}

export interface EvidenceRow extends SourcedRow {
  readonly id: string;
  readonly scoreId: string;
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

export interface SafetyFlagRow extends SourcedRow {
  readonly id: string;
  readonly participantId: string;
  readonly author: Author;
  readonly category: SafetyCategoryName;
  readonly severity: SafetySeverityName;
  readonly status: SafetyFlagStatusName;
  readonly snippet: string | null;
  readonly hash: string;
  readonly language: string;
  readonly observedAt: Date;
  readonly raisedAt: Date;
}

export type SafetyCategoryName =
  | 'SELF_HARM'
  | 'THREAT'
  | 'HATE'
  | 'PROFANITY'
  | 'SPAM'
  | 'CONTACT_DETAILS'
  | 'PROMPT_INJECTION';
export type SafetySeverityName = 'LOW' | 'MEDIUM' | 'HIGH' | 'URGENT';
export type SafetyFlagStatusName = 'OPEN' | 'UPHELD' | 'DISMISSED' | 'APPEALED' | 'WITHDRAWN';

export interface SafetyReviewRow {
  readonly id: string;
  readonly flagId: string;
  readonly act: 'UPHELD' | 'DISMISSED' | 'APPEALED';
  readonly note: string | null;
  /** `actorOf(viewer)` */
  readonly actor: string;
  readonly madeAt: Date;
}
