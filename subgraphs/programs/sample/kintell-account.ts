/** What a generated export holds, so that an import of it can be compared. */
export interface KintellAccount {
  /** Rows below the header: distinctSessions + duplicates + corrections + missingParticipantEmail. */
  readonly rows: number;
  /** Sessions that an import accepts, each counted once. */
  readonly distinctSessions: number;
  /** Rows that repeat an accepted row to the letter. */
  readonly duplicates: number;
  /** Later rows with the id of an accepted row and another duration and rating. */
  readonly corrections: number;
  /** Rows without a participant's address; an import rejects exactly these. */
  readonly missingParticipantEmail: number;
  /** Accepted distinct sessions without a volunteer's address. */
  readonly missingVolunteerEmail: number;
  /** Different people in the accepted rows. */
  readonly participants: number;
  readonly volunteers: number;
  /** Hours of the distinct sessions; a corrected session counts as its last row says. */
  readonly totalHours: number;
}
