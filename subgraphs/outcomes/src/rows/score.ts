import type { DimensionName, DirectionName } from './metric.ts';
import type { SourcedRow } from './reference.ts';

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
