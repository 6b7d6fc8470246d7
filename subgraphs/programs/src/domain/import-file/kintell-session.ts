/** One session as a Kintell export states it, checked and in one form. */
export interface KintellSession {
  /** The export's own id of the session. */
  readonly sourceId: string;
  readonly kind: SessionKind;
  /** Trimmed, lower case, NFC. */
  readonly participantEmail: string;
  /** `null` when the export names no volunteer. */
  readonly volunteerEmail: string | null;
  /** ISO 8601 in UTC, e.g. `2026-03-01T13:30:00.000Z`. */
  readonly startedAt: string;
  /** Minutes, 1..600, possibly with a fraction (52.5). */
  readonly durationMinutes: number;
  /** 1..5, possibly with a fraction (4.5); `null` when not rated. */
  readonly rating: number | null;
  /** NFC, trimmed, at most 4,000 UTF-16 units. */
  readonly feedbackText: string | null;
  readonly languageLevel: LanguageLevel | null;
}

export type SessionKind = 'language' | 'mentorship';

/** Levels of the Common European Framework of Reference for Languages. */
export const LANGUAGE_LEVELS = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;
export type LanguageLevel = (typeof LANGUAGE_LEVELS)[number];
