import type { Page } from '@teei/runtime/connection';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { SafetyFlagRow, SafetyReviewRow } from '../rows/safety.ts';

export interface SafetyFlagFilterRow {
  readonly waiting?: boolean | null | undefined;
  readonly status?: string | null | undefined;
  readonly category?: string | null | undefined;
  readonly severity?: string | null | undefined;
  readonly source?: string | null | undefined;
}

/** Safety flags of one company, as they are read. */
export class SafetyFlagStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  byIds(ids: readonly string[]): Promise<SafetyFlagRow[]> {
    return this.#tx.sql<SafetyFlagRow>`
      SELECT id, source_kind AS source, source_id AS "sourceId", participant_id AS "participantId", author, category, severity, status,
        snippet, hash, language, observed_at AS "observedAt", raised_at AS "raisedAt"
      FROM outcomes.safety_flag WHERE company_id = ${this.#tx.companyId} AND id = ANY (${ids}::uuid[])`;
  }

  /** By severity, then the newest; `severityRank` is part of the key. */
  page(
    page: Page<readonly string[] & { length: 3 }>,
    { waiting, status, category, severity, source }: SafetyFlagFilterRow,
  ): Promise<(SafetyFlagRow & { readonly severityRank: number })[]> {
    const [rank, raisedAt, id] = page.after ?? [null, null, null];
    return this.#tx.sql<SafetyFlagRow & { readonly severityRank: number }>`
      SELECT * FROM (
        SELECT id, source_kind AS source, source_id AS "sourceId", participant_id AS "participantId", author, category, severity, status,
          snippet, hash, language, observed_at AS "observedAt", raised_at AS "raisedAt",
          array_position(ARRAY['LOW', 'MEDIUM', 'HIGH', 'URGENT'], severity) AS "severityRank"
        FROM outcomes.safety_flag WHERE company_id = ${this.#tx.companyId}
          AND (${waiting ?? null}::boolean IS NULL OR (status IN ('OPEN', 'APPEALED')) = ${waiting ?? null}::boolean)
          AND (${status ?? null}::text IS NULL OR status = ${status ?? null}::text)
          AND (${category ?? null}::text IS NULL OR category = ${category ?? null}::text)
          AND (${severity ?? null}::text IS NULL OR severity = ${severity ?? null}::text)
          AND (${source ?? null}::text IS NULL OR source_kind = ${source ?? null}::text)) f
      WHERE ${rank}::int IS NULL OR ("severityRank", "raisedAt", id) < (${rank}::int, ${raisedAt}::timestamptz, ${id}::uuid)
      ORDER BY "severityRank" DESC, "raisedAt" DESC, id DESC LIMIT ${page.size + 1}`;
  }

  async count({ waiting, status, category, severity, source }: SafetyFlagFilterRow): Promise<number> {
    const [row] = await this.#tx.sql<{ count: number }>`
      SELECT count(*) FROM outcomes.safety_flag WHERE company_id = ${this.#tx.companyId}
        AND (${waiting ?? null}::boolean IS NULL OR (status IN ('OPEN', 'APPEALED')) = ${waiting ?? null}::boolean)
        AND (${status ?? null}::text IS NULL OR status = ${status ?? null}::text)
        AND (${category ?? null}::text IS NULL OR category = ${category ?? null}::text)
        AND (${severity ?? null}::text IS NULL OR severity = ${severity ?? null}::text)
        AND (${source ?? null}::text IS NULL OR source_kind = ${source ?? null}::text)`;
    return row?.count ?? 0;
  }

  reviewsOf(flagIds: readonly string[]): Promise<SafetyReviewRow[]> {
    return this.#tx.sql<SafetyReviewRow>`
      SELECT id, flag_id AS "flagId", act, note, actor, made_at AS "madeAt" FROM outcomes.safety_review
      WHERE company_id = ${this.#tx.companyId} AND flag_id = ANY (${flagIds}::uuid[]) ORDER BY made_at, id`;
  }
}
