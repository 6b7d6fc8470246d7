import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { ScoredDimension } from '../domain/q2q/score-text.ts';
import type { SpokenText } from '../domain/spoken-text.ts';

/** A score that stands, though it is somebody else's now or of another time. */
export interface KeptScore extends Pick<ScoredDimension, 'dimension' | 'direction' | 'level' | 'confidence'> {
  readonly sourceId: string;
  readonly modelVersion: string;
  /** yyyy-mm-01 */
  readonly month: string;
  readonly monthBefore: string;
}

/** What was made of texts whose words were cleared since, as their records are corrected. */
export class ClearedTexts {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  /**
   * Of these texts, those whose words are the ones that were read; their newest revision is noted, and what read them is not. Of words
   * that were read before hashes were kept it is believed.
   */
  async claim(texts: readonly SpokenText[]): Promise<Set<string>> {
    const rows = await this.#tx.sql<{ id: string }>`
      UPDATE outcomes.scored_text t SET revision = n.revision, words_sha256 = n.words_sha256
      FROM unnest(${texts.map((each) => each.sourceId)}::uuid[], ${texts.map((each) => each.revision)}::int[],
        ${texts.map((each) => each.clearedSha256 ?? null)}::text[]) AS n (source_id, revision, words_sha256)
      WHERE t.company_id = ${this.#tx.companyId} AND t.source_id = n.source_id AND NOT t.withdrawn AND t.revision <= n.revision
        AND coalesce(t.words_sha256, n.words_sha256) = n.words_sha256
      RETURNING t.source_id AS id`;
    return new Set(rows.map((row) => row.id));
  }

  /** Scores and evidence follow their record; resolves to the scores of those that are another's now, or of another time. */
  async moveScores(texts: readonly SpokenText[]): Promise<KeptScore[]> {
    const [ids, revisions, people, times] = columnsOf(texts);
    const scores = await this.#tx.sql<KeptScore & { id: string; moved: boolean }>`
      WITH before AS (
        SELECT s.id, s.month, s.participant_id, s.observed_at, n.revision, n.participant_id AS new_participant, n.observed_at AS new_time
        FROM unnest(${ids}::uuid[], ${revisions}::int[], ${people}::uuid[], ${times}::timestamptz[])
          AS n (source_id, revision, participant_id, observed_at)
        JOIN outcomes.outcome_score s ON s.company_id = ${this.#tx.companyId} AND s.source_id = n.source_id FOR UPDATE OF s)
      UPDATE outcomes.outcome_score s SET source_revision = b.revision, participant_id = b.new_participant, observed_at = b.new_time,
        month = date_trunc('month', b.new_time AT TIME ZONE 'UTC')::date
      FROM before b WHERE s.company_id = ${this.#tx.companyId} AND s.id = b.id
      RETURNING s.id, s.source_id AS "sourceId", s.dimension, s.direction, s.level, s.confidence, s.model_version AS "modelVersion",
        to_char(s.month, 'YYYY-MM-DD') AS month, to_char(b.month, 'YYYY-MM-DD') AS "monthBefore",
        (b.participant_id, b.observed_at) <> (b.new_participant, b.new_time) AS moved`;
    const moved = scores.filter((score) => score.moved);
    await this.#tx.sql`
      UPDATE outcomes.evidence e SET observed_at = s.observed_at, month = s.month FROM outcomes.outcome_score s
      WHERE e.company_id = ${this.#tx.companyId} AND e.score_id = ANY (${moved.map(({ id }) => id)}::uuid[])
        AND s.company_id = e.company_id AND s.id = e.score_id`;
    return moved;
  }

  /** Flags of these texts stay in the queue, and follow their record. */
  async moveFlags(texts: readonly SpokenText[]): Promise<void> {
    const [ids, revisions, people, times] = columnsOf(texts);
    await this.#tx.sql`
      UPDATE outcomes.safety_flag f SET source_revision = n.revision, participant_id = n.participant_id, observed_at = n.observed_at
      FROM unnest(${ids}::uuid[], ${revisions}::int[], ${people}::uuid[], ${times}::timestamptz[])
        AS n (source_id, revision, participant_id, observed_at)
      WHERE f.company_id = ${this.#tx.companyId} AND f.source_id = n.source_id AND f.source_revision < n.revision`;
  }
}

function columnsOf(texts: readonly SpokenText[]) {
  return [
    texts.map(({ sourceId }) => sourceId),
    texts.map(({ revision }) => revision),
    texts.map(({ participantId }) => participantId),
    texts.map(({ observedAt }) => observedAt),
  ] as const;
}
