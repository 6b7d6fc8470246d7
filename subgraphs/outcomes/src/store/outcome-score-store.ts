import type { Page } from '@teei/runtime/connection';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { OutcomeScoreRow } from '../rows/score.ts';

/** Scores of one company. */
export class OutcomeScoreStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  byIds(ids: readonly string[]): Promise<OutcomeScoreRow[]> {
    return this.#tx.sql<OutcomeScoreRow>`
      SELECT id, source_kind AS source, source_id AS "sourceId", participant_id AS "participantId", upper(dimension) AS dimension, upper(direction) AS direction,
        level, confidence, model_version AS "modelVersion", scored_at AS "scoredAt", observed_at AS "observedAt"
      FROM outcomes.outcome_score WHERE company_id = ${this.#tx.companyId} AND id = ANY (${ids}::uuid[])`;
  }

  ofSessions(sessionIds: readonly string[]): Promise<OutcomeScoreRow[]> {
    return this.#tx.sql<OutcomeScoreRow>`
      SELECT id, source_kind AS source, source_id AS "sourceId", participant_id AS "participantId", upper(dimension) AS dimension, upper(direction) AS direction,
        level, confidence, model_version AS "modelVersion", scored_at AS "scoredAt", observed_at AS "observedAt"
      FROM outcomes.outcome_score WHERE company_id = ${this.#tx.companyId} AND session_id = ANY (${sessionIds}::uuid[])
      ORDER BY confidence DESC`;
  }

  /**
   * The same page of every participant and of everybody who is shown as them, newest first, in one statement. `shownId` is the
   * participant that was asked for.
   */
  pagesOfParticipants(
    participantIds: readonly string[],
    page: Page<readonly string[] & { length: 2 }>,
  ): Promise<(OutcomeScoreRow & { readonly shownId: string })[]> {
    const [observedAt, id] = page.after ?? [null, null];
    return this.#tx.sql<OutcomeScoreRow & { readonly shownId: string }>`
      SELECT p.id AS "shownId", s.id, s.source_kind AS source, s.source_id AS "sourceId", s.participant_id AS "participantId", upper(s.dimension) AS dimension,
        upper(s.direction) AS direction, s.level, s.confidence, s.model_version AS "modelVersion", s.scored_at AS "scoredAt",
        s.observed_at AS "observedAt"
      FROM unnest(${participantIds}::uuid[]) AS p (id) CROSS JOIN LATERAL (
        SELECT * FROM outcomes.outcome_score WHERE company_id = ${this.#tx.companyId}
          AND participant_id IN (SELECT own.id FROM outcomes.ids_of_person(${this.#tx.companyId}, p.id) AS own)
          AND (${observedAt}::timestamptz IS NULL OR (observed_at, id) < (${observedAt}::timestamptz, ${id}::uuid))
        ORDER BY observed_at DESC, id DESC LIMIT ${page.size + 1}) s
      ORDER BY s.observed_at DESC, s.id DESC`;
  }

  countsOfParticipants(participantIds: readonly string[]): Promise<{ id: string; count: number }[]> {
    return this.#tx.sql<{ id: string; count: number }>`
      SELECT p.id, (SELECT count(*) FROM outcomes.ids_of_person(${this.#tx.companyId}, p.id) AS own
        JOIN outcomes.outcome_score s ON s.company_id = ${this.#tx.companyId} AND s.participant_id = own.id) AS count
      FROM unnest(${participantIds}::uuid[]) AS p (id)`;
  }
}
