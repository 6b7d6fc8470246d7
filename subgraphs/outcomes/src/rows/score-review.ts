import type { DimensionName, DirectionName } from './metric.ts';

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
