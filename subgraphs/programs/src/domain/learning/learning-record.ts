import type { PersonClue } from '../person-clue.ts';

/** What a provider says of one participant and one course, whatever form it has there. */
export type LearningRecord = LearningFact | WithdrawnRecord;

export interface LearningFact {
  readonly kind: 'COMPLETED' | 'PROGRESSED';
  /** The provider's own id of the record. */
  readonly externalId: string;
  /** The surest first. */
  readonly clues: readonly PersonClue[];
  readonly course: Course;
  /** ISO 8601. */
  readonly occurredAt: string;
  /** 0 to 100. */
  readonly progress: number | null;
  /** 0 to 100. */
  readonly score: number | null;
}

/** An earlier record that the provider took back, or one that comes later and is taken back already. */
export interface WithdrawnRecord {
  readonly kind: 'WITHDRAWN';
  readonly externalId: string;
}

export interface Course {
  /** As the provider is shown: `xapi`, `oneroster`, `ecornell`, `itslearning`. */
  readonly provider: string;
  readonly externalId: string;
  readonly name: string;
}

/** A record that cannot be used, and why. */
export interface RejectedRecord {
  readonly kind: 'REJECTED';
  readonly reason: string;
}
