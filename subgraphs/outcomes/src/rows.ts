import type { ConnectionShape } from '@teei/runtime/connection';
import type { DriftFinding } from './domain/drift/drift-subjects.ts';
import type { Evaluation } from './domain/evaluation/evaluate.ts';
import type { ModelVersion, SomeThresholds } from './domain/registry/model-version.ts';
import type { ModelAct } from './domain/registry/registry-state.ts';
import type { Author, SourceKind } from './domain/spoken-text.ts';

/** Rows as the stores hand them out and the resolvers take them; named like the graph's types. */

export interface EntityRef {
  readonly id: string;
}

export type DimensionName = 'CONFIDENCE' | 'BELONGING' | 'LANG_LEVEL_PROXY' | 'JOB_READINESS';
export type DirectionName = 'GAIN' | 'SETBACK' | 'MIXED';
export type CountedMetricName = 'PARTICIPANTS' | 'SESSIONS' | 'VOLUNTEER_HOURS' | 'OUTCOME_LEVEL';
export type MetricNameRow = CountedMetricName | 'SROI' | 'VIS' | 'VIS_1';

/** What stands in a text says where the text stands. */
export interface SourcedRow {
  readonly source: SourceKind;
  readonly sourceId: string;
}

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

/** What a number about a group of people was made of, and how to find the group again. */
export interface GroupRow {
  readonly formulaVersion: string;
  readonly formula: string;
  readonly inputs: { readonly name: string; readonly value: number }[];
  /** Null for a group that is not shown. */
  readonly members: GroupMembers | null;
}

export interface GroupMembers {
  readonly source: GroupSource;
  /** Within the source. */
  readonly key: string;
  readonly people: number;
  /** How many pieces of evidence; null where no text is behind the number. */
  readonly scores: number | null;
}

/** Somebody who is in a group. */
export interface GroupMember {
  readonly key: string;
  readonly id: string;
}

/** Which reckoning a group is of. */
export type GroupSource =
  | { readonly kind: 'funnel'; readonly programmeId: string | null }
  | ({ readonly kind: 'cohort' } & CohortFilter)
  | { readonly kind: 'change'; readonly dimension: string };

export interface CohortFilter {
  readonly by: 'PROGRAMME' | 'START_MONTH' | 'LANGUAGE';
  readonly dimension: string;
  /** yyyy-mm, inclusive; of what was said. */
  readonly from: string | null;
  readonly to: string | null;
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

export interface SroiProxyRow {
  readonly id: string;
  readonly revision: number;
  readonly name: string;
  readonly value: number;
  readonly currency: string;
  readonly year: number;
  readonly source: string;
  readonly archived: boolean;
  readonly changedAt: Date;
}

/** An outcome as it is stored: with the proxy as it was. */
export interface SroiOutcomeRow {
  readonly title: string;
  readonly dimension: DimensionName | null;
  readonly quantity: number | null;
  readonly quantitySource: string | null;
  readonly proxyId: string;
  readonly proxyRevision: number;
  readonly proxyName: string;
  readonly proxyValue: number;
  readonly proxyYear: number;
  readonly proxySource: string;
  readonly deadweight: number;
  readonly displacement: number;
  readonly attributionToOthers: number;
  readonly dropOff: number;
  readonly years: number;
  readonly assumptionsSource: string;
}

/** What somebody assumes, stored or only tried. Months as yyyy-mm. */
export interface SroiAssumptions {
  readonly from: string;
  readonly to: string;
  readonly investment: number;
  readonly investmentSource: string;
  readonly currency: string;
  readonly discountRate: number;
  readonly outcomes: SroiOutcomeRow[];
}

export interface SroiAccountRow extends SroiAssumptions {
  readonly revision: number;
  readonly changedAt: Date;
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

export interface ScoreReviewRow {
  readonly id: string;
  readonly scoreId: string;
  readonly label: 'GAIN' | 'SETBACK' | 'MIXED' | 'NONE';
  /** The direction that the model gave. */
  readonly scored: DirectionName;
  readonly reviewedAt: Date;
}

export type ReviewReasonName = 'UNCERTAIN' | 'DISAGREEMENT' | 'RANDOM' | 'SECOND_REVIEW' | 'DISPUTED';

export interface ScoreToReviewRow {
  readonly id: string;
  readonly reason: ReviewReasonName;
  /** Lower is sooner. */
  readonly place: number;
}

/** What people settled on for a score. */
export interface GoldenLabelRow {
  /** That of the score. */
  readonly id: string;
  readonly dimension: DimensionName;
  readonly label: ScoreReviewRow['label'];
  readonly scored: DirectionName;
  readonly confidence: number;
  readonly modelVersion: string;
  readonly language: string;
  readonly reviewers: number;
  readonly decidedAt: Date;
  /** Null once the text is gone. */
  readonly snippet: string | null;
}

export type EvaluationDatasetName = 'FROZEN' | 'DEV' | 'GOLDEN';

export interface ModelEvaluationRow {
  readonly id: string;
  readonly modelVersion: string;
  readonly dataset: EvaluationDatasetName;
  readonly texts: number;
  readonly accepted: boolean | null;
  readonly figures: Evaluation;
  readonly evaluatedAt: Date;
}

/** A model that made scores of the company which stand. */
export interface ScoringVersionRow {
  readonly version: string;
  readonly scores: number;
  readonly lastScoredAt: Date;
}

/** A version that a company's texts were scored with, or about which something was decided. */
export interface StoredVersionRow extends ModelVersion {
  readonly origin: 'REPOSITORY' | 'COMPANY' | 'TUNED';
  readonly note: string | null;
  readonly madeAt: Date;
}

export interface ModelActRow extends ModelAct {
  readonly id: string;
  readonly madeAt: Date;
}

export interface ModelOverrideRow {
  /** From 1. */
  readonly revision: number;
  /** Empty where the company took them back. */
  readonly thresholds: SomeThresholds;
  readonly madeAt: Date;
}

/** What was said from `currentFrom` on, before `until`, beside what was said from `referenceFrom` on. */
export interface DriftWindows {
  readonly referenceFrom: Date;
  readonly currentFrom: Date;
  readonly until: Date;
}

export interface ModelDriftRow extends DriftFinding {
  /** yyyy-mm-dd, UTC. */
  readonly day: string;
  readonly measuredAt: Date;
}

/** What a company chose beyond the local model. Money is in millionths of a US dollar. */
export interface RemoteSettingRow {
  readonly revision: number;
  /** In the order in which they are asked; none: the local one alone. */
  readonly models: readonly string[];
  readonly limitMicros: number;
  readonly atLimit: 'LOCAL' | 'CHEAPER';
  readonly cheaperModel: string | null;
  /** What the cheaper one may spend beyond the limit. */
  readonly cheaperMicros: number;
  readonly changedAt: Date;
}

export interface ModelMonthRow {
  readonly spentMicros: number;
  readonly reservedMicros: number;
  readonly warned80At: Date | null;
  readonly warned90At: Date | null;
  readonly warned100At: Date | null;
}

/** What became of a text that a remote model was to read; `READ` and `CACHED` made scores. */
export type CallOutcome =
  | 'READ'
  | 'PENDING'
  | 'CACHED'
  | 'SHIELDED'
  | 'PERSONAL_DATA'
  | 'OVER_BUDGET'
  | 'NO_KEY'
  | 'THROTTLED'
  | 'UNAVAILABLE'
  | 'TIMED_OUT'
  | 'REJECTED'
  | 'TRUNCATED'
  | 'MALFORMED'
  | 'HOSTILE'
  | 'LOST';

export interface ModelCallRow {
  readonly id: string;
  readonly purpose: 'Q2Q';
  readonly model: string;
  readonly promptVersion: string;
  readonly sourceId: string;
  readonly outcome: CallOutcome;
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  readonly costMicros: number;
  /** yyyy-mm-dd. */
  readonly pricedOn: string;
  readonly startedAt: Date;
}

export interface ModelCallFilterRow {
  /** yyyy-mm-01. */
  readonly month: string | null;
  readonly purpose: string | null;
  readonly model: string | null;
  readonly outcome: string | null;
}

export interface ModelCallPage extends ConnectionShape<ModelCallRow> {
  readonly filter: ModelCallFilterRow;
}

export interface ModelCallSumRow {
  readonly purpose: 'Q2Q';
  readonly model: string;
  readonly calls: number;
  readonly texts: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly costMicros: number;
}
