import type { RawRow } from '../import-file/raw-row.ts';

/** One row of a file, checked and in one form. */
export interface IncomingRecord {
  /** The source's own id; of a row without one, the hash of what tells it from others (see `naturalKey`). */
  readonly sourceId: string;
  /** Of all that the row says: equal content has an equal hash. */
  readonly contentHash: string;
  /** Lower case, trimmed, NFC; so is the volunteer's. */
  readonly participantEmail: string | null;
  readonly volunteerEmail: string | null;
  readonly course: CourseReference | null;
  /** The buddy match that the record belongs to. */
  readonly match: MatchReference | null;
  /** By the columns of the kind's table. */
  readonly content: Columns;
  /** Where it stood in the file; null for what came by another way. */
  readonly row: RawRow | null;
}

export interface CourseReference {
  readonly provider: string;
  readonly externalId: string;
  readonly name: string;
}

export interface MatchReference {
  readonly sourceId: string | null;
  /** Of the two addresses, as `buddy_match.pair_key` has it. */
  readonly pairKey: string | null;
}

export type Columns = Readonly<Record<string, string | number | null>>;
