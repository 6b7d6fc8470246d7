import type { Page } from '@teei/runtime/connection';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { EvidenceRow } from '../rows/score.ts';

export interface EvidenceFilterRow {
  readonly dimension?: string | null | undefined;
  readonly direction?: string | null | undefined;
  readonly language?: string | null | undefined;
  /** yyyy-mm, inclusive. */
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
  readonly programmeId?: string | null | undefined;
  /** A LIKE pattern. */
  readonly search?: string | null | undefined;
}

export interface EvidenceFacetRow {
  readonly facet: 'dimension' | 'direction' | 'language' | 'programme';
  readonly value: string;
  readonly count: number;
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
    { dimension, direction, language, from, to, programmeId, search }: EvidenceFilterRow,
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
        AND (${programmeId ?? null}::uuid IS NULL OR session_id IN (SELECT f.session_id FROM outcomes.session_fact f
          WHERE f.company_id = ${this.#tx.companyId} AND f.programme_id = ${programmeId ?? null}::uuid))
        AND (${search ?? null}::text IS NULL OR snippet ILIKE ${search ?? null}::text)
        AND (${observedAt}::timestamptz IS NULL OR (observed_at, id) < (${observedAt}::timestamptz, ${id}::uuid))
      ORDER BY observed_at DESC, id DESC LIMIT ${page.size + 1}`;
  }

  async count({ dimension, direction, language, from, to, programmeId, search }: EvidenceFilterRow): Promise<number> {
    const [row] = await this.#tx.sql<{ count: number }>`
      SELECT count(*) FROM outcomes.evidence WHERE company_id = ${this.#tx.companyId}
        AND (${dimension ?? null}::text IS NULL OR dimension = lower(${dimension ?? null}::text))
        AND (${direction ?? null}::text IS NULL OR direction = lower(${direction ?? null}::text))
        AND (${language ?? null}::text IS NULL OR language = ${language ?? null}::text)
        AND (${from ? `${from}-01` : null}::date IS NULL OR month >= ${from ? `${from}-01` : null}::date)
        AND (${to ? `${to}-01` : null}::date IS NULL OR month <= ${to ? `${to}-01` : null}::date)
        AND (${programmeId ?? null}::uuid IS NULL OR session_id IN (SELECT f.session_id FROM outcomes.session_fact f
          WHERE f.company_id = ${this.#tx.companyId} AND f.programme_id = ${programmeId ?? null}::uuid))
        AND (${search ?? null}::text IS NULL OR snippet ILIKE ${search ?? null}::text)`;
    return row?.count ?? 0;
  }

  /** Counts of every choice under all filters but its own, the largest first; one read of what matches. */
  facets({
    dimension,
    direction,
    language,
    from,
    to,
    programmeId,
    search,
  }: EvidenceFilterRow): Promise<EvidenceFacetRow[]> {
    return this.#tx.sql<EvidenceFacetRow>`
      WITH matching AS MATERIALIZED (
        SELECT upper(e.dimension) AS dimension, upper(e.direction) AS direction, e.language, f.programme_id,
          (${dimension ?? null}::text IS NULL OR e.dimension = lower(${dimension ?? null}::text)) AS has_dimension,
          (${direction ?? null}::text IS NULL OR e.direction = lower(${direction ?? null}::text)) AS has_direction,
          (${language ?? null}::text IS NULL OR e.language = ${language ?? null}::text) AS has_language,
          (${programmeId ?? null}::uuid IS NULL OR f.programme_id = ${programmeId ?? null}::uuid) IS TRUE AS has_programme
        FROM outcomes.evidence e
        LEFT JOIN outcomes.session_fact f ON f.company_id = e.company_id AND f.session_id = e.session_id
        WHERE e.company_id = ${this.#tx.companyId}
          AND (${from ? `${from}-01` : null}::date IS NULL OR e.month >= ${from ? `${from}-01` : null}::date)
          AND (${to ? `${to}-01` : null}::date IS NULL OR e.month <= ${to ? `${to}-01` : null}::date)
          AND (${search ?? null}::text IS NULL OR e.snippet ILIKE ${search ?? null}::text)
      )
      SELECT 'dimension' AS facet, dimension AS value, count(*) FROM matching
      WHERE has_direction AND has_language AND has_programme GROUP BY dimension
      UNION ALL SELECT 'direction', direction, count(*) FROM matching
      WHERE has_dimension AND has_language AND has_programme GROUP BY direction
      UNION ALL SELECT 'language', language, count(*) FROM matching
      WHERE has_dimension AND has_direction AND has_programme GROUP BY language
      UNION ALL SELECT 'programme', programme_id::text, count(*) FROM matching
      WHERE has_dimension AND has_direction AND has_language AND programme_id IS NOT NULL GROUP BY programme_id
      ORDER BY 1, 3 DESC, 2`;
  }
}
