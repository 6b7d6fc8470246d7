import type { Page } from '@teei/runtime/connection';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { CohortFilter, GroupMember } from '../rows/group.ts';
import type { EvidenceRow } from '../rows/score.ts';

export interface CohortCounts {
  readonly key: string;
  readonly people: number;
  readonly scores: number;
  readonly mean: number;
  readonly deviation: number | null;
}

type EvidenceKey = readonly string[] & { length: 2 };
type PersonKey = readonly string[] & { length: 1 };

/**
 * Cohorts of one company: participants by the programme that they spoke of, by the month of their first session, or by the language
 * that they mostly write in. Merged people are one.
 */
export class CohortStore {
  readonly #tx: TenantTransaction;
  readonly #filter: CohortFilter;
  readonly #start: string | null;
  readonly #end: string | null;

  constructor(tx: TenantTransaction, filter: CohortFilter) {
    this.#tx = tx;
    this.#filter = filter;
    this.#start = filter.from && `${filter.from}-01`;
    this.#end = filter.to && `${filter.to}-01`;
  }

  /** Each participant counts once in a cohort, with the mean of their levels weighted by confidence. */
  counts(): Promise<CohortCounts[]> {
    return this.#tx.sql<CohortCounts>`
      WITH placed AS (
        SELECT key, participant_id, level::numeric AS level, confidence::numeric AS confidence
        FROM outcomes.cohort_score(${this.#tx.companyId}, ${this.#filter.by}, ${this.#filter.dimension}, ${this.#start}::date, ${this.#end}::date)
      ), person AS (
        SELECT key, participant_id, count(*) AS scores, sum(level * confidence) / sum(confidence) AS level FROM placed GROUP BY key, participant_id
      )
      SELECT key, count(*) AS people, sum(scores)::int AS scores, avg(level)::float8 AS mean, stddev_samp(level)::float8 AS deviation
      FROM person GROUP BY key ORDER BY key`;
  }

  /** What was said in each cohort, the most certain first; the same page of all of them. */
  evidenceOf(keys: readonly string[], page: Page<EvidenceKey>): Promise<(EvidenceRow & { readonly key: string })[]> {
    const [confidence, id] = page.after ?? [null, null];
    return this.#tx.sql<EvidenceRow & { readonly key: string }>`
      SELECT * FROM (
        SELECT c.key, e.id, e.score_id AS "scoreId", e.source_kind AS source, e.source_id AS "sourceId", e.snippet, e.hash, e.span_start AS start,
          e.span_end AS end, e.language, e.confidence, e.observed_at AS "observedAt",
          row_number() OVER (PARTITION BY c.key ORDER BY e.confidence DESC, e.id DESC) AS place
        FROM outcomes.cohort_score(${this.#tx.companyId}, ${this.#filter.by}, ${this.#filter.dimension}, ${this.#start}::date, ${this.#end}::date) c
        JOIN outcomes.evidence e ON e.company_id = ${this.#tx.companyId} AND e.score_id = c.score_id
        WHERE c.key = ANY (${keys}::text[]) AND (${confidence}::float8 IS NULL OR (e.confidence, e.id) < (${confidence}::float8, ${id}::uuid))
      ) AS listed WHERE place <= ${page.size + 1} ORDER BY key, place`;
  }

  peopleOf(keys: readonly string[], page: Page<PersonKey>): Promise<GroupMember[]> {
    const [after] = page.after ?? [null];
    return this.#tx.sql<GroupMember>`
      SELECT key, participant_id AS id FROM (
        SELECT key, participant_id, row_number() OVER (PARTITION BY key ORDER BY participant_id) AS place FROM (
          SELECT DISTINCT key, participant_id
          FROM outcomes.cohort_score(${this.#tx.companyId}, ${this.#filter.by}, ${this.#filter.dimension}, ${this.#start}::date, ${this.#end}::date)
          WHERE key = ANY (${keys}::text[]) AND (${after}::uuid IS NULL OR participant_id > ${after}::uuid)) AS member
      ) AS listed WHERE place <= ${page.size + 1} ORDER BY key, participant_id`;
  }
}
