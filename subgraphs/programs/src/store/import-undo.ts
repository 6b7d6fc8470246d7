import type { TenantTransaction } from '@teei/runtime/tenant-transaction';

export interface WithdrawnSession {
  readonly id: string;
  readonly revision: number;
  readonly startedAt: Date;
  readonly participantId: string;
  readonly volunteerId: string | null;
  readonly sourceId: string;
}

export interface RestoredSession extends WithdrawnSession {
  readonly programmeId: string;
  readonly durationMinutes: number;
  readonly kind: 'LANGUAGE' | 'MENTORSHIP';
  readonly languageLevel: 'A1' | 'A2' | 'B1' | 'B2' | 'C1' | 'C2' | null;
  readonly rating: number | null;
  readonly feedback: string | null;
  /** Of words that were cleared. */
  readonly wordsSha256: string | null;
}

/** Takes back what an import did, a batch at a time. What another import changed since is left as it is. */
export class ImportUndo {
  readonly #tx: TenantTransaction;
  readonly #importId: string;

  constructor(tx: TenantTransaction, importId: string) {
    this.#tx = tx;
    this.#importId = importId;
  }

  withdrawCreated(limit: number): Promise<WithdrawnSession[]> {
    return this.#tx.sql<WithdrawnSession>`
      DELETE FROM programs.session s WHERE s.company_id = ${this.#tx.companyId} AND s.id IN (
        SELECT c.id FROM programs.session c
        WHERE c.company_id = ${this.#tx.companyId} AND c.import_id = ${this.#importId} AND NOT EXISTS (
          SELECT 1 FROM programs.session_revision r
          WHERE r.company_id = c.company_id AND r.session_id = c.id AND r.import_id <> ${this.#importId})
        ORDER BY c.id LIMIT ${limit})
      RETURNING s.id, s.revision + 1 AS revision, s.started_at AS "startedAt", s.participant_id AS "participantId",
        s.volunteer_id AS "volunteerId", s.source_id AS "sourceId"`;
  }

  /** Sessions whose newest revision is this import's become what they were before its first change, under a new revision. */
  async restoreCorrected(limit: number): Promise<RestoredSession[]> {
    const restored = await this.#tx.sql<RestoredSession>`
      WITH first_change AS (
        SELECT DISTINCT ON (r.session_id) r.session_id, r.before, r.words_since FROM programs.session_revision r
        WHERE r.company_id = ${this.#tx.companyId} AND r.import_id = ${this.#importId} AND NOT EXISTS (
          SELECT 1 FROM programs.session_revision later WHERE later.company_id = r.company_id
            AND later.session_id = r.session_id AND later.revision > r.revision AND later.import_id <> r.import_id)
        ORDER BY r.session_id, r.revision LIMIT ${limit})
      UPDATE programs.session s SET
        programme_id = (f.before ->> 'programme_id')::uuid, participant_id = (f.before ->> 'participant_id')::uuid,
        volunteer_id = (f.before ->> 'volunteer_id')::uuid, kind = f.before ->> 'kind',
        started_at = (f.before ->> 'started_at')::timestamptz, duration_minutes = (f.before ->> 'duration_minutes')::float8,
        rating = (f.before ->> 'rating')::float8, language_level = f.before ->> 'language_level',
        feedback = f.before ->> 'feedback', words_since = f.words_since, words_sha256 = f.before ->> 'words_sha256',
        words_cleared_at = (f.before ->> 'words_cleared_at')::timestamptz, content_hash = f.before ->> 'content_hash', revision = s.revision + 1
      FROM first_change f WHERE s.company_id = ${this.#tx.companyId} AND s.id = f.session_id
      RETURNING s.id, s.revision, s.started_at AS "startedAt", s.participant_id AS "participantId", s.volunteer_id AS "volunteerId",
        s.programme_id AS "programmeId", s.duration_minutes AS "durationMinutes", s.kind,
        s.language_level AS "languageLevel", s.rating, s.feedback, s.words_sha256 AS "wordsSha256",
        s.source_id AS "sourceId"`;
    await this.#tx.sql`
      DELETE FROM programs.session_revision WHERE company_id = ${this.#tx.companyId} AND import_id = ${this.#importId}
        AND session_id = ANY (${restored.map(({ id }) => id)}::uuid[])`;
    return restored;
  }

  /** Removes enrolments that this import made and that no session or other record stands behind any more. */
  dropEmptyEnrolments(): Promise<{ participantId: string; programmeId: string }[]> {
    return this.#tx.sql<{ participantId: string; programmeId: string }>`
      DELETE FROM programs.enrolment e WHERE e.company_id = ${this.#tx.companyId} AND e.import_id = ${this.#importId}
        AND NOT EXISTS (SELECT 1 FROM programs.session s WHERE s.company_id = e.company_id
          AND s.participant_id = e.participant_id AND s.programme_id = e.programme_id)
        AND NOT EXISTS (SELECT 1 FROM programs.programme g JOIN programs.buddy_match m ON m.company_id = g.company_id
          WHERE g.company_id = e.company_id AND g.id = e.programme_id AND g.kind = 'BUDDY' AND m.participant_id = e.participant_id)
        AND NOT EXISTS (SELECT 1 FROM programs.programme g JOIN programs.course_completion c ON c.company_id = g.company_id
          WHERE g.company_id = e.company_id AND g.id = e.programme_id AND g.kind = 'UPSKILLING' AND c.participant_id = e.participant_id)
      RETURNING e.participant_id AS "participantId", e.programme_id AS "programmeId"`;
  }

  /** Of these people, those without any session, match, completion, credential or answer to a survey. */
  async withoutRecords(
    participantIds: readonly string[],
    volunteerIds: readonly string[],
  ): Promise<{ participantIds: string[]; volunteerIds: string[] }> {
    const participants = await this.#tx.sql<{ id: string }>`
      SELECT p.id FROM unnest(${participantIds}::uuid[]) AS p (id)
      WHERE NOT EXISTS (SELECT 1 FROM programs.session s WHERE s.company_id = ${this.#tx.companyId} AND s.participant_id = p.id)
        AND NOT EXISTS (SELECT 1 FROM programs.buddy_match m WHERE m.company_id = ${this.#tx.companyId} AND m.participant_id = p.id)
        AND NOT EXISTS (SELECT 1 FROM programs.course_completion c WHERE c.company_id = ${this.#tx.companyId} AND c.participant_id = p.id)
        AND NOT EXISTS (SELECT 1 FROM programs.credential c WHERE c.company_id = ${this.#tx.companyId} AND c.participant_id = p.id)
        AND NOT EXISTS (SELECT 1 FROM programs.survey_response r WHERE r.company_id = ${this.#tx.companyId} AND r.participant_id = p.id)`;
    const volunteers = await this.#tx.sql<{ id: string }>`
      SELECT v.id FROM unnest(${volunteerIds}::uuid[]) AS v (id)
      WHERE NOT EXISTS (SELECT 1 FROM programs.session s WHERE s.company_id = ${this.#tx.companyId} AND s.volunteer_id = v.id)
        AND NOT EXISTS (SELECT 1 FROM programs.buddy_match m WHERE m.company_id = ${this.#tx.companyId} AND m.volunteer_id = v.id)
        AND NOT EXISTS (SELECT 1 FROM programs.volunteer_activity a WHERE a.company_id = ${this.#tx.companyId} AND a.volunteer_id = v.id)`;
    return { participantIds: participants.map(({ id }) => id), volunteerIds: volunteers.map(({ id }) => id) };
  }
}
