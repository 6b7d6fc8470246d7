import type { Page } from '@teei/runtime/connection';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { SessionRow } from '../rows/programme.ts';

export interface SessionFilter {
  readonly programmeId?: string | null | undefined;
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

/** Which entity a list of sessions hangs on. */
export type SessionParent = 'programme' | 'participant' | 'volunteer';

type Key = readonly string[] & { length: 2 };

/** Sessions of one company, newest first. */
export class SessionStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  byIds(ids: readonly string[]): Promise<SessionRow[]> {
    return this.#tx.sql<SessionRow>`
      SELECT id, source_id AS "sourceId", kind, started_at AS "startedAt", duration_minutes AS "durationMinutes", rating,
        language_level AS "languageLevel", feedback, revision, programme_id AS "programmeId",
        participant_id AS "participantId", volunteer_id AS "volunteerId",
        words_since AS "wordsSince", words_cleared_at AS "wordsClearedAt", words_sha256 AS "wordsSha256"
      FROM programs.session WHERE company_id = ${this.#tx.companyId} AND id = ANY (${ids}::uuid[])`;
  }

  /** Read programme by programme, each by its index: a company has few of them. */
  page(page: Page<Key>, { programmeId, from, to }: SessionFilter): Promise<SessionRow[]> {
    const [startedAt, id] = page.after ?? [null, null];
    return this.#tx.sql<SessionRow>`
      SELECT s.id, s.source_id AS "sourceId", s.kind, s.started_at AS "startedAt", s.duration_minutes AS "durationMinutes", s.rating,
        s.language_level AS "languageLevel", s.feedback, s.revision, s.programme_id AS "programmeId",
        s.participant_id AS "participantId", s.volunteer_id AS "volunteerId",
        s.words_since AS "wordsSince", s.words_cleared_at AS "wordsClearedAt", s.words_sha256 AS "wordsSha256"
      FROM programs.programme p CROSS JOIN LATERAL (
        SELECT * FROM programs.session
        WHERE company_id = ${this.#tx.companyId} AND programme_id = p.id
          AND (${from ?? null}::timestamptz IS NULL OR started_at >= ${from ?? null}::timestamptz)
          AND (${to ?? null}::timestamptz IS NULL OR started_at < ${to ?? null}::timestamptz)
          AND (${startedAt}::timestamptz IS NULL OR (started_at, id) < (${startedAt}::timestamptz, ${id}::uuid))
        ORDER BY started_at DESC, id DESC LIMIT ${page.size + 1}
      ) s
      WHERE p.company_id = ${this.#tx.companyId} AND (${programmeId ?? null}::uuid IS NULL OR p.id = ${programmeId ?? null}::uuid)
      ORDER BY s.started_at DESC, s.id DESC LIMIT ${page.size + 1}`;
  }

  async count({ programmeId, from, to }: SessionFilter): Promise<number> {
    const [row] = await this.#tx.sql<{ count: number }>`
      SELECT coalesce(sum(s.count), 0)::bigint AS count
      FROM programs.programme p CROSS JOIN LATERAL (
        SELECT count(*) FROM programs.session
        WHERE company_id = ${this.#tx.companyId} AND programme_id = p.id
          AND (${from ?? null}::timestamptz IS NULL OR started_at >= ${from ?? null}::timestamptz)
          AND (${to ?? null}::timestamptz IS NULL OR started_at < ${to ?? null}::timestamptz)
      ) s
      WHERE p.company_id = ${this.#tx.companyId} AND (${programmeId ?? null}::uuid IS NULL OR p.id = ${programmeId ?? null}::uuid)`;
    return row?.count ?? 0;
  }

  /**
   * The same page of every parent, in one statement. Rows of one parent stand together, newest first. A person's sessions are
   * those under all ids that are shown as them; each id's newest are read by the index and merged.
   */
  pagesOf(parent: SessionParent, parents: readonly string[], page: Page<Key>): Promise<(SessionRow & OfParent)[]> {
    const [startedAt, id] = page.after ?? [null, null];
    return this.#tx.sql<SessionRow & OfParent>`
      SELECT parent.id AS "parentId", s.id, s.source_id AS "sourceId", s.kind, s.started_at AS "startedAt",
        s.duration_minutes AS "durationMinutes", s.rating, s.language_level AS "languageLevel", s.feedback, s.revision,
        s.programme_id AS "programmeId", s.participant_id AS "participantId", s.volunteer_id AS "volunteerId",
        s.words_since AS "wordsSince", s.words_cleared_at AS "wordsClearedAt", s.words_sha256 AS "wordsSha256"
      FROM unnest(${parents}::uuid[]) AS parent (id) CROSS JOIN LATERAL (
        (SELECT one.* FROM programs.ids_of_person(${this.#tx.companyId}, parent.id) AS own CROSS JOIN LATERAL (
            SELECT * FROM programs.session
            WHERE ${parent} = 'participant' AND company_id = ${this.#tx.companyId} AND participant_id = own.id
              AND (${startedAt}::timestamptz IS NULL OR (started_at, id) < (${startedAt}::timestamptz, ${id}::uuid))
            ORDER BY started_at DESC, id DESC LIMIT ${page.size + 1}) one
          ORDER BY one.started_at DESC, one.id DESC LIMIT ${page.size + 1})
        UNION ALL
        (SELECT one.* FROM programs.ids_of_person(${this.#tx.companyId}, parent.id) AS own CROSS JOIN LATERAL (
            SELECT * FROM programs.session
            WHERE ${parent} = 'volunteer' AND company_id = ${this.#tx.companyId} AND volunteer_id = own.id
              AND (${startedAt}::timestamptz IS NULL OR (started_at, id) < (${startedAt}::timestamptz, ${id}::uuid))
            ORDER BY started_at DESC, id DESC LIMIT ${page.size + 1}) one
          ORDER BY one.started_at DESC, one.id DESC LIMIT ${page.size + 1})
        UNION ALL
        (SELECT * FROM programs.session
          WHERE ${parent} = 'programme' AND company_id = ${this.#tx.companyId} AND programme_id = parent.id
            AND (${startedAt}::timestamptz IS NULL OR (started_at, id) < (${startedAt}::timestamptz, ${id}::uuid))
          ORDER BY started_at DESC, id DESC LIMIT ${page.size + 1})
      ) s ORDER BY s.started_at DESC, s.id DESC`;
  }

  countsOf(parent: SessionParent, parents: readonly string[]): Promise<{ id: string; count: number }[]> {
    return this.#tx.sql<{ id: string; count: number }>`
      SELECT parent.id, CASE ${parent}
        WHEN 'participant' THEN
          (SELECT count(*) FROM programs.ids_of_person(${this.#tx.companyId}, parent.id) AS own
            JOIN programs.session s ON s.company_id = ${this.#tx.companyId} AND s.participant_id = own.id)
        WHEN 'volunteer' THEN
          (SELECT count(*) FROM programs.ids_of_person(${this.#tx.companyId}, parent.id) AS own
            JOIN programs.session s ON s.company_id = ${this.#tx.companyId} AND s.volunteer_id = own.id)
        ELSE (SELECT count(*) FROM programs.session WHERE company_id = ${this.#tx.companyId} AND programme_id = parent.id)
      END AS count FROM unnest(${parents}::uuid[]) AS parent (id)`;
  }
}

interface OfParent {
  /** The programme or person that the list was asked for. */
  readonly parentId: string;
}
