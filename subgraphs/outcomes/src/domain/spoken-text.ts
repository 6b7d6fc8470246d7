/** What somebody wrote, as an event of programs brings it. It is read once and never stored. */
export interface SpokenText {
  readonly sourceKind: SourceKind;
  /** The record that holds the text. */
  readonly sourceId: string;
  /** Of the record; the newest counts. */
  readonly revision: number;
  /** Whom the record is about. */
  readonly participantId: string;
  readonly author: Author;
  /** ISO 8601, UTC: when it was said. */
  readonly observedAt: string;
  /** Null when it was taken away, and when it was cleared. */
  readonly text: string | null;
  /** Of words that were cleared where they were kept, and not taken away: what was made of them stands. */
  readonly clearedSha256?: string;
  /** The event that brought it, where the text can be read again as long as events are kept. */
  readonly eventId: string;
}

export type SourceKind = 'SESSION_FEEDBACK' | 'BUDDY_FEEDBACK' | 'BUDDY_CHECK_IN';
export type Author = 'PARTICIPANT' | 'VOLUNTEER';
