import type { KeptWordsRow } from './words.ts';

/** Rows as the stores hand them out and the resolvers take them; named like the graph's types. */

export interface EntityRef {
  readonly id: string;
}

export interface ProgrammeRow {
  readonly id: string;
  readonly name: string;
  readonly kind: 'LANGUAGE' | 'MENTORSHIP' | 'BUDDY' | 'UPSKILLING';
  readonly startsOn: Date | null;
}

export interface SessionRow extends KeptWordsRow {
  readonly id: string;
  readonly sourceId: string;
  readonly kind: 'LANGUAGE' | 'MENTORSHIP';
  readonly startedAt: Date;
  readonly durationMinutes: number;
  readonly rating: number | null;
  readonly languageLevel: 'A1' | 'A2' | 'B1' | 'B2' | 'C1' | 'C2' | null;
  readonly feedback: string | null;
  readonly revision: number;
  readonly programmeId: string;
  readonly participantId: string;
  readonly volunteerId: string | null;
}

export interface EnrolmentRow {
  readonly id: string;
  readonly programmeId: string;
  readonly participantId: string;
  readonly enrolledAt: Date;
}

export interface SessionActivityRow {
  readonly cursor: string;
  readonly change: 'RECORDED' | 'CORRECTED' | 'WITHDRAWN';
  readonly sessionId: string;
}
