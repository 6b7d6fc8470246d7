import type { Page } from '@teei/runtime/connection';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { EvidenceRow } from '../rows.ts';

export interface EvidenceFilterRow {
  readonly dimension?: string | null | undefined;
  readonly direction?: string | null | undefined;
  readonly language?: string | null | undefined;
  /** yyyy-mm, inclusive. */
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

/** Evidence of one company. */
export class EvidenceStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  byIds(ids: readonly string[]): Promise<EvidenceRow[]> {
    return this.#tx.sql<EvidenceRow>`
      SELECT id, score_id AS "scoreId", source_kind AS source, source_id AS "sourceId", snippet, hash, span_start AS start, span_end AS end, language,
        confidence, observed_at AS "observedAt"
      FROM outcomes.evidence WHERE company_id = ${this.#tx.companyId} AND id = ANY (${ids}::uuid[])`;
  }

  ofScores(scoreIds: readonly string[]): Promise<EvidenceRow[]> {
    return this.#tx.sql<EvidenceRow>`
      SELECT id, score_id AS "scoreId", source_kind AS source, source_id AS "sourceId", snippet, hash, span_start AS start, span_end AS end, language,
        confidence, observed_at AS "observedAt"
      FROM outcomes.evidence WHERE company_id = ${this.#tx.companyId} AND score_id = ANY (${scoreIds}::uuid[])`;
  }

  page(
    page: Page<readonly string[] & { length: 2 }>,
    { dimension, direction, language, from, to }: EvidenceFilterRow,
  ): Promise<EvidenceRow[]> {
    const [observedAt, id] = page.after ?? [null, null];
    return this.#tx.sql<EvidenceRow>`
      SELECT id, score_id AS "scoreId", source_kind AS source, source_id AS "sourceId", snippet, hash, span_start AS start, span_end AS end, language,
        confidence, observed_at AS "observedAt"
      FROM outcomes.evidence WHERE company_id = ${this.#tx.companyId}
        AND (${dimension ?? null}::text IS NULL OR dimension = lower(${dimension ?? null}::text))
        AND (${direction ?? null}::text IS NULL OR direction = lower(${direction ?? null}::text))
        AND (${language ?? null}::text IS NULL OR language = ${language ?? null}::text)
        AND (${from ? `${from}-01` : null}::date IS NULL OR month >= ${from ? `${from}-01` : null}::date)
        AND (${to ? `${to}-01` : null}::date IS NULL OR month <= ${to ? `${to}-01` : null}::date)
        AND (${observedAt}::timestamptz IS NULL OR (observed_at, id) < (${observedAt}::timestamptz, ${id}::uuid))
      ORDER BY observed_at DESC, id DESC LIMIT ${page.size + 1}`;
  }

  async count({ dimension, direction, language, from, to }: EvidenceFilterRow): Promise<number> {
    const [row] = await this.#tx.sql<{ count: number }>`
      SELECT count(*) FROM outcomes.evidence WHERE company_id = ${this.#tx.companyId}
        AND (${dimension ?? null}::text IS NULL OR dimension = lower(${dimension ?? null}::text))
        AND (${direction ?? null}::text IS NULL OR direction = lower(${direction ?? null}::text))
        AND (${language ?? null}::text IS NULL OR language = ${language ?? null}::text)
        AND (${from ? `${from}-01` : null}::date IS NULL OR month >= ${from ? `${from}-01` : null}::date)
        AND (${to ? `${to}-01` : null}::date IS NULL OR month <= ${to ? `${to}-01` : null}::date)`;
    return row?.count ?? 0;
  }
}
