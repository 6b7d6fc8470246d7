import { newId } from '@teei/runtime/id';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { ScoredDimension } from '../domain/q2q/score-text.ts';
import type { SpokenText } from '../domain/spoken-text.ts';

export type TextVersion = Pick<SpokenText, 'sourceKind' | 'sourceId' | 'revision'>;

/** A text as it is now, and what reads it. */
interface ReadVersion extends TextVersion {
  readonly modelVersion: string;
  /** Of the text, where there is one. */
  readonly wordsSha256?: string | null;
}

export interface NewScore extends Omit<SpokenText, 'text' | 'eventId' | 'clearedSha256'> {
  readonly language: string;
  readonly modelVersion: string;
  readonly score: ScoredDimension;
  /** How far the parts of the model were from each other, 0 to 1. */
  readonly dissent: number | null;
}

/** Outcome scores with their evidence. A record has at most one score for each dimension: that of its newest text. */
export class ScoreStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  /**
   * Of these versions, those newer than what was scored, or scored by another model; they are noted as scored from now on. What is
   * withdrawn stays so.
   */
  async claim(versions: readonly ReadVersion[], withdrawn = false): Promise<Set<string>> {
    if (versions.length === 0) return new Set();
    const rows = await this.#tx.sql<{ id: string }>`
      INSERT INTO outcomes.scored_text AS t (company_id, source_kind, source_id, revision, model_version, withdrawn, words_sha256)
      SELECT DISTINCT ON (n.source_id) ${this.#tx.companyId}::uuid, n.source_kind, n.source_id, n.revision, n.model_version,
        ${withdrawn}::boolean, n.words_sha256
      FROM unnest(${versions.map((each) => each.sourceKind)}::text[], ${versions.map((each) => each.sourceId)}::uuid[],
        ${versions.map((each) => each.revision)}::int[], ${versions.map((each) => each.modelVersion)}::text[],
        ${versions.map((each) => each.wordsSha256 ?? null)}::text[])
        AS n (source_kind, source_id, revision, model_version, words_sha256)
      ORDER BY n.source_id, n.revision DESC
      ON CONFLICT (company_id, source_id) DO UPDATE SET revision = excluded.revision, model_version = excluded.model_version,
        withdrawn = excluded.withdrawn, scored_at = now(), remote_version = NULL, words_sha256 = excluded.words_sha256
      WHERE NOT t.withdrawn AND (t.revision < excluded.revision
        OR t.revision = excluded.revision AND t.model_version IS DISTINCT FROM excluded.model_version)
      RETURNING source_id AS id`;
    return new Set(rows.map((row) => row.id));
  }

  /** Of these versions, those that are still what was scored, and that this remote model has not read; they are noted as read by it. */
  async claimRemote(versions: readonly ReadVersion[]): Promise<Set<string>> {
    const rows = await this.#tx.sql<{ id: string }>`
      UPDATE outcomes.scored_text t SET remote_version = n.model_version
      FROM unnest(${versions.map((each) => each.sourceId)}::uuid[], ${versions.map((each) => each.revision)}::int[],
        ${versions.map((each) => each.modelVersion)}::text[]) AS n (source_id, revision, model_version)
      WHERE t.company_id = ${this.#tx.companyId} AND t.source_id = n.source_id AND t.revision = n.revision AND NOT t.withdrawn
        AND t.remote_version IS DISTINCT FROM n.model_version
      RETURNING t.source_id AS id`;
    return new Set(rows.map((row) => row.id));
  }

  /** Removes the scores of these texts with their evidence; resolves to their months (yyyy-mm-01). */
  async remove(sourceIds: readonly string[]): Promise<string[]> {
    const rows = await this.#tx.sql<{ month: string }>`
      DELETE FROM outcomes.outcome_score WHERE company_id = ${this.#tx.companyId} AND source_id = ANY (${sourceIds}::uuid[])
      RETURNING to_char(month, 'YYYY-MM-DD') AS month`;
    return rows.map((row) => row.month);
  }

  async insert(scores: readonly NewScore[]): Promise<string[]> {
    if (scores.length === 0) return [];
    const of = <T>(pick: (each: NewScore) => T): T[] => scores.map(pick);
    const ids = of(() => newId());
    const rows = await this.#tx.sql<{ month: string }>`
      INSERT INTO outcomes.outcome_score (id, company_id, session_id, source_kind, source_id, source_revision, participant_id, dimension, direction, level,
        confidence, model_version, month, observed_at, dissent)
      SELECT n.id, ${this.#tx.companyId}, CASE WHEN n.source_kind = 'SESSION_FEEDBACK' THEN n.source_id END, n.source_kind, n.source_id,
        n.revision, n.participant_id, n.dimension, n.direction, n.level, n.confidence,
        n.model_version, date_trunc('month', n.observed_at AT TIME ZONE 'UTC')::date, n.observed_at, n.dissent
      FROM unnest(${ids}::uuid[], ${of((each) => each.sourceKind)}::text[], ${of((each) => each.sourceId)}::uuid[], ${of((each) => each.revision)}::int[],
        ${of((each) => each.participantId)}::uuid[], ${of((each) => each.score.dimension)}::text[], ${of((each) => each.score.direction)}::text[],
        ${of((each) => each.score.level)}::float8[], ${of((each) => each.score.confidence)}::float8[], ${of((each) => each.modelVersion)}::text[],
        ${of((each) => each.observedAt)}::timestamptz[], ${of((each) => each.dissent)}::float8[])
        AS n (id, source_kind, source_id, revision, participant_id, dimension, direction, level, confidence, model_version, observed_at, dissent)
      RETURNING to_char(month, 'YYYY-MM-DD') AS month`;
    await this.#tx.sql`
      INSERT INTO outcomes.evidence (id, company_id, score_id, session_id, source_kind, source_id, snippet, hash, span_start, span_end, language, dimension,
        direction, confidence, month, observed_at)
      SELECT n.id, ${this.#tx.companyId}, n.score_id, CASE WHEN n.source_kind = 'SESSION_FEEDBACK' THEN n.source_id END, n.source_kind,
        n.source_id, n.snippet, n.hash, n.span_start, n.span_end, n.language, n.dimension,
        n.direction, n.confidence, date_trunc('month', n.observed_at AT TIME ZONE 'UTC')::date, n.observed_at
      FROM unnest(${of(() => newId())}::uuid[], ${ids}::uuid[], ${of((each) => each.sourceKind)}::text[],
        ${of((each) => each.sourceId)}::uuid[], ${of((each) => each.score.evidence.snippet)}::text[], ${of((each) => each.score.evidence.sha256)}::text[],
        ${of((each) => each.score.evidence.start)}::int[], ${of((each) => each.score.evidence.end)}::int[], ${of((each) => each.language)}::text[],
        ${of((each) => each.score.dimension)}::text[], ${of((each) => each.score.direction)}::text[], ${of((each) => each.score.confidence)}::float8[],
        ${of((each) => each.observedAt)}::timestamptz[])
        AS n (id, score_id, source_kind, source_id, snippet, hash, span_start, span_end, language, dimension, direction, confidence, observed_at)`;
    return rows.map((row) => row.month);
  }
}
