import type { DriftFinding } from '../domain/drift/drift-subjects.ts';
import type { Evaluation } from '../domain/evaluation/evaluate.ts';
import type { TrialVerdict } from '../domain/registry/judge-trial.ts';
import type { ModelVersion, SomeThresholds } from '../domain/registry/model-version.ts';
import type { ModelAct } from '../domain/registry/registry-state.ts';
import type { ThresholdInForce } from '../domain/registry/threshold-rules.ts';

export type EvaluationDatasetName = 'FROZEN' | 'DEV' | 'GOLDEN';

export interface ModelEvaluationRow {
  readonly id: string;
  readonly modelVersion: string;
  readonly dataset: EvaluationDatasetName;
  readonly texts: number;
  readonly accepted: boolean | null;
  readonly figures: Evaluation;
  /** As they held for the evaluation; null of evaluations of before. */
  readonly thresholds: readonly ThresholdInForce[] | null;
  readonly overrideRevision: number | null;
  readonly evaluatedAt: Date;
}

/** A model that made scores of the company which stand. */
export interface ScoringVersionRow {
  readonly version: string;
  readonly scores: number;
  readonly lastScoredAt: Date;
}

/** A version that read texts unseen, and the one whose scores of them were shown. */
export interface ShadowPairRow {
  readonly version: string;
  readonly against: string;
  readonly texts: number;
  readonly from: Date;
  readonly until: Date;
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

/** What the job that judges trials found. */
export interface ModelTrialRow extends TrialVerdict {
  readonly id: string;
  readonly version: string;
  /** From when on the trial ran; of one that goes again, from when on it scored. */
  readonly since: Date;
  readonly judgedAt: Date;
}

export interface ModelOverrideRow {
  /** From 1. */
  readonly revision: number;
  /** Empty where the company took them back. */
  readonly thresholds: SomeThresholds;
  readonly madeAt: Date;
}

/** What was said from `currentFrom` on, before `until`, beside what was said from `referenceFrom` on, before `referenceUntil`. */
export interface DriftWindows {
  readonly referenceFrom: Date;
  readonly referenceUntil: Date;
  readonly currentFrom: Date;
  readonly until: Date;
}

/** What drift is measured against; days as yyyy-mm-dd, UTC. */
export interface DriftReferenceRow {
  readonly name: string;
  readonly from: string;
  /** The first day that is no part of it. */
  readonly until: string;
}

export interface ModelDriftRow extends DriftFinding {
  /** yyyy-mm-dd, UTC. */
  readonly day: string;
  readonly measuredAt: Date;
  /** Whose scores were measured, and against which; null of nights before it was kept, and so is what follows. */
  readonly modelVersion: string | null;
  readonly referenceVersion: string | null;
  readonly referenceName: string | null;
  /** yyyy-mm-dd, UTC. */
  readonly referenceFrom: string | null;
  readonly referenceUntil: string | null;
}
