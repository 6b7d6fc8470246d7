import { newId } from '@teei/runtime/id';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { Dimension, ScoredDimension } from '../domain/q2q/score-text.ts';
import type { LabelledReading } from '../domain/shadow/labelled-comparison.ts';
import type { ShadowCell, ShadowTexts } from '../domain/shadow/shadow-agreement.ts';
import type { SpokenText } from '../domain/spoken-text.ts';
import type { ShadowPairRow } from '../rows/model.ts';

/** What versions on probation said of a company's texts, unseen. Nothing but the comparison of versions reads it. */
export class ShadowStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  /** What was said of these texts goes, as their scores do. */
  async remove(sourceIds: readonly string[]): Promise<void> {
    if (sourceIds.length === 0) return;
    await this.#tx.sql`
      DELETE FROM outcomes.shadow_text WHERE company_id = ${this.#tx.companyId} AND source_id = ANY (${sourceIds}::uuid[])`;
  }

  /** Forgets what was read so many days ago. */
  async clear(now: Date, days: number): Promise<void> {
    const before = new Date(now.getTime() - days * 86_400_000);
    await this.#tx
      .sql`DELETE FROM outcomes.shadow_text WHERE company_id = ${this.#tx.companyId} AND read_at < ${before}`;
  }

  async insert(readings: readonly NewShadow[]): Promise<void> {
    if (readings.length === 0) return;
    const of = <T>(pick: (each: NewShadow) => T): T[] => readings.map(pick);
    const ids = of(() => newId());
    await this.#tx.sql`
      INSERT INTO outcomes.shadow_text (id, company_id, source_kind, source_id, revision, participant_id, language, shown_version, shadow_version)
      SELECT n.id, ${this.#tx.companyId}, n.source_kind, n.source_id, n.revision, n.participant_id, n.language, n.shown_version, n.shadow_version
      FROM unnest(${ids}::uuid[], ${of((each) => each.sourceKind)}::text[], ${of((each) => each.sourceId)}::uuid[],
        ${of((each) => each.revision)}::int[], ${of((each) => each.participantId)}::uuid[], ${of((each) => each.language)}::text[],
        ${of((each) => each.shownVersion)}::text[], ${of((each) => each.shadowVersion)}::text[])
        AS n (id, source_kind, source_id, revision, participant_id, language, shown_version, shadow_version)`;
    await this.#insertScores(
      readings.flatMap(({ scores }, at) => scores.map((score) => ({ ...score, textId: ids[at] }))),
    );
  }

  async #insertScores(scores: readonly (ShadowClaims & { readonly textId: string | undefined })[]): Promise<void> {
    const of = <T>(pick: (each: ShadowClaims & { readonly textId: string | undefined }) => T): T[] => scores.map(pick);
    await this.#tx.sql`
      INSERT INTO outcomes.shadow_score (company_id, text_id, dimension, shown_direction, shown_level, shown_confidence, shadow_direction,
        shadow_level, shadow_confidence)
      SELECT ${this.#tx.companyId}, n.*
      FROM unnest(${of((each) => each.textId)}::uuid[], ${of((each) => each.dimension)}::text[],
        ${of((each) => each.shown?.direction ?? null)}::text[], ${of((each) => each.shown?.level ?? null)}::float8[],
        ${of((each) => each.shown?.confidence ?? null)}::float8[], ${of((each) => each.shadow?.direction ?? null)}::text[],
        ${of((each) => each.shadow?.level ?? null)}::float8[], ${of((each) => each.shadow?.confidence ?? null)}::float8[]) AS n`;
  }

  /** Which versions read beside which, the newest first; a company's own thresholds make no other version of them. */
  pairs(): Promise<ShadowPairRow[]> {
    return this.#tx.sql<ShadowPairRow>`
      SELECT split_part(shadow_version, '+', 1) AS version, split_part(shown_version, '+', 1) AS against, count(*)::int AS texts,
        min(read_at) AS "from", max(read_at) AS until
      FROM outcomes.shadow_text WHERE company_id = ${this.#tx.companyId} GROUP BY 1, 2 ORDER BY max(read_at) DESC, 1, 2 LIMIT 20`;
  }

  /** How many texts both read and how many people wrote them, in each language and (null) over all of them. */
  texts({ version, against }: ShadowPair): Promise<ShadowTexts[]> {
    return this.#tx.sql<ShadowTexts>`
      SELECT t.language, count(*)::int AS texts, count(DISTINCT coalesce(a.kept_id, t.participant_id))::int AS people
      FROM outcomes.shadow_text t
      LEFT JOIN outcomes.person_alias a ON a.company_id = t.company_id AND a.person_id = t.participant_id
      WHERE t.company_id = ${this.#tx.companyId} AND split_part(t.shadow_version, '+', 1) = ${version}
        AND split_part(t.shown_version, '+', 1) = ${against}
      GROUP BY GROUPING SETS ((t.language), ()) ORDER BY t.language NULLS FIRST`;
  }

  /** What the two said, counted by what is alike. */
  cells({ version, against }: ShadowPair): Promise<ShadowCell[]> {
    return this.#tx.sql<ShadowCell>`
      SELECT t.language, s.dimension, coalesce(s.shown_direction, 'none') AS shown, coalesce(s.shadow_direction, 'none') AS shadow,
        count(*)::int AS count, coalesce(sum(s.shadow_level - s.shown_level), 0)::float8 AS level,
        coalesce(sum(s.shadow_confidence - s.shown_confidence), 0)::float8 AS confidence
      FROM outcomes.shadow_text t JOIN outcomes.shadow_score s ON s.company_id = t.company_id AND s.text_id = t.id
      WHERE t.company_id = ${this.#tx.companyId} AND split_part(t.shadow_version, '+', 1) = ${version}
        AND split_part(t.shown_version, '+', 1) = ${against}
      GROUP BY 1, 2, 3, 4`;
  }

  /** What reviewers settled on since the two read, beside what both had said; the newest. */
  labelled({ version, against }: ShadowPair): Promise<LabelledReading[]> {
    return this.#tx.sql<LabelledReading>`
      SELECT t.id AS unit, t.language, r.dimension, lower(g.label) AS truth, coalesce(s.shown_direction, 'none') AS shown,
        coalesce(s.shadow_direction, 'none') AS shadow
      FROM outcomes.golden_label(${this.#tx.companyId}) g
      CROSS JOIN LATERAL (SELECT r.source_id, r.dimension FROM outcomes.score_review r
        WHERE r.company_id = ${this.#tx.companyId} AND r.score_id = g.score_id LIMIT 1) r
      -- What was reviewed before is another text, or an older version of this one.
      JOIN outcomes.shadow_text t ON t.company_id = ${this.#tx.companyId} AND t.source_id = r.source_id AND t.read_at <= g.decided_at
      LEFT JOIN outcomes.shadow_score s ON s.company_id = t.company_id AND s.text_id = t.id AND s.dimension = r.dimension
      WHERE split_part(t.shadow_version, '+', 1) = ${version} AND split_part(t.shown_version, '+', 1) = ${against}
      ORDER BY g.decided_at DESC, g.score_id, r.dimension LIMIT ${MOST_COMPARED}`;
  }
}

/** Enough for an interval of two points; the cut bounds what a page waits for. */
const MOST_COMPARED = 1000;

export interface ShadowPair {
  readonly version: string;
  readonly against: string;
}

type Said = Pick<ScoredDimension, 'direction' | 'level' | 'confidence'>;

interface ShadowClaims {
  readonly dimension: Dimension;
  /** Null where it says nothing of the dimension. */
  readonly shown: Said | null;
  readonly shadow: Said | null;
}

export interface NewShadow extends Pick<SpokenText, 'sourceKind' | 'sourceId' | 'revision' | 'participantId'> {
  readonly language: string;
  readonly shownVersion: string;
  readonly shadowVersion: string;
  /** Dimensions of which at least one of the two says something. */
  readonly scores: readonly ShadowClaims[];
}
