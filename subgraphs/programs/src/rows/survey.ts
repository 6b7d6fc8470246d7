export type OutcomeDimensionRow = 'CONFIDENCE' | 'BELONGING' | 'LANG_LEVEL_PROXY' | 'JOB_READINESS';

export interface SurveyRow {
  readonly id: string;
  readonly programmeId: string;
  readonly phase: 'BASELINE' | 'FOLLOW_UP';
  readonly version: number;
  readonly title: string;
  readonly createdAt: Date;
}

export interface SurveyQuestionRow {
  readonly id: string;
  readonly surveyId: string;
  readonly position: number;
  readonly text: string;
  readonly dimension: OutcomeDimensionRow;
  readonly scaleMin: number;
  readonly scaleMax: number;
  readonly reversed: boolean;
}

export interface SurveyResponseRow {
  readonly id: string;
  readonly surveyId: string;
  readonly programmeId: string;
  readonly participantId: string;
  readonly answeredAt: Date;
  readonly answers: { readonly questionId: string; readonly value: number }[];
}

export interface DimensionChangeRow {
  readonly dimension: OutcomeDimensionRow;
  readonly pairs: number | null;
  readonly baseline: number | null;
  readonly followUp: number | null;
  readonly delta: number | null;
  readonly absence: 'NO_EVIDENCE' | 'GROUP_TOO_SMALL' | null;
}
