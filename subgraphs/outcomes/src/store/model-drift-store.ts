import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { DriftFinding, PeopleCell, ScoreCell } from '../domain/drift/drift-subjects.ts';
import type { MeasuredVersions, VersionCount } from '../domain/drift/measured-versions.ts';
import type { DriftWindows, ModelDriftRow } from '../rows/model.ts';

/** How far what is scored has moved, night by night, and the scores that it is measured from. */
export class ModelDriftStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  /** Which versions made the scores of the two windows. */
  versions({ referenceFrom, referenceUntil, currentFrom, until }: DriftWindows): Promise<VersionCount[]> {
    return this.#tx.sql<VersionCount>`
      SELECT CASE WHEN s.observed_at < ${currentFrom} THEN 'reference' ELSE 'current' END AS window, split_part(s.model_version, '+', 1) AS version,
        count(*)::int AS count
      FROM outcomes.outcome_score s
      WHERE s.company_id = ${this.#tx.companyId} AND (s.observed_at >= ${referenceFrom} AND s.observed_at < ${referenceUntil}
        OR s.observed_at >= ${currentFrom} AND s.observed_at < ${until})
      GROUP BY 1, 2 ORDER BY 1, 2`;
  }

  /** What was said in the two windows, counted by what is alike. */
  cells(
    { referenceFrom, referenceUntil, currentFrom, until }: DriftWindows,
    { current, reference }: MeasuredVersions,
  ): Promise<ScoreCell[]> {
    return this.#tx.sql<ScoreCell>`
      SELECT CASE WHEN s.observed_at < ${currentFrom} THEN 'reference' ELSE 'current' END AS window, e.language, s.dimension, s.direction,
        least(floor(s.level * 10), 9)::int AS level, least(floor(s.confidence * 10), 9)::int AS confidence, count(*)::int AS count
      FROM outcomes.outcome_score s JOIN outcomes.evidence e ON e.company_id = s.company_id AND e.score_id = s.id
      WHERE s.company_id = ${this.#tx.companyId} AND (
        s.observed_at >= ${referenceFrom} AND s.observed_at < ${referenceUntil} AND split_part(s.model_version, '+', 1) = ${reference}
        OR s.observed_at >= ${currentFrom} AND s.observed_at < ${until} AND split_part(s.model_version, '+', 1) = ${current})
      GROUP BY 1, 2, 3, 4, 5, 6`;
  }

  /** How many people said it; those who were found to be one count once. */
  people(
    { referenceFrom, referenceUntil, currentFrom, until }: DriftWindows,
    { current, reference }: MeasuredVersions,
  ): Promise<PeopleCell[]> {
    return this.#tx.sql<PeopleCell>`
      SELECT t.window, coalesce(t.language, 'all') AS language, coalesce(t.dimension, 'all') AS dimension, count(DISTINCT t.person)::int AS people
      FROM (
        SELECT CASE WHEN s.observed_at < ${currentFrom} THEN 'reference' ELSE 'current' END AS window, e.language, s.dimension,
          coalesce(a.kept_id, s.participant_id) AS person
        FROM outcomes.outcome_score s JOIN outcomes.evidence e ON e.company_id = s.company_id AND e.score_id = s.id
        LEFT JOIN outcomes.person_alias a ON a.company_id = s.company_id AND a.person_id = s.participant_id
        WHERE s.company_id = ${this.#tx.companyId} AND (
          s.observed_at >= ${referenceFrom} AND s.observed_at < ${referenceUntil} AND split_part(s.model_version, '+', 1) = ${reference}
          OR s.observed_at >= ${currentFrom} AND s.observed_at < ${until} AND split_part(s.model_version, '+', 1) = ${current})) t
      GROUP BY GROUPING SETS ((t.window), (t.window, t.language), (t.window, t.dimension), (t.window, t.language, t.dimension))`;
  }

  /** Puts the findings of a day in the place of those it had. */
  async put(day: string, findings: readonly DriftFinding[], measured: MeasuredOf): Promise<void> {
    const of = <T>(pick: (each: DriftFinding) => T): T[] => findings.map(pick);
    const { modelVersion, referenceVersion, referenceName, referenceFrom, referenceUntil } = measured;
    await this.#tx
      .sql`DELETE FROM outcomes.model_drift WHERE company_id = ${this.#tx.companyId} AND day = ${day}::date`;
    await this.#tx.sql`
      INSERT INTO outcomes.model_drift (company_id, day, measure, dimension, language, reference_count, current_count, psi, divergence, verdict, bins,
        model_version, reference_version, reference_name, reference_from, reference_until)
      SELECT ${this.#tx.companyId}, ${day}::date, n.measure, n.dimension, n.language, n.reference_count, n.current_count, n.psi, n.divergence,
        n.verdict, n.bins::jsonb, ${modelVersion}::text, ${referenceVersion}::text, ${referenceName}::text, ${referenceFrom}::date,
        ${referenceUntil}::date
      FROM unnest(${of((each) => each.measure)}::text[], ${of((each) => each.dimension)}::text[], ${of((each) => each.language)}::text[],
        ${of((each) => each.referenceCount)}::int[], ${of((each) => each.currentCount)}::int[], ${of((each) => each.psi)}::float8[],
        ${of((each) => each.divergence)}::float8[], ${of((each) => each.verdict)}::text[], ${of((each) => JSON.stringify(each.bins))}::text[])
        AS n (measure, dimension, language, reference_count, current_count, psi, divergence, verdict, bins)`;
  }

  /** Forgets what is so many days old. */
  async clear(day: string, days: number): Promise<void> {
    await this.#tx.sql`
      DELETE FROM outcomes.model_drift WHERE company_id = ${this.#tx.companyId} AND day < ${day}::date - ${days}::int`;
  }

  /** What was found on the newest day, or on the newest before a day (yyyy-mm-dd); the furthest first. */
  newest(before: string | null = null): Promise<ModelDriftRow[]> {
    return this.#tx.sql<ModelDriftRow>`
      SELECT to_char(d.day, 'YYYY-MM-DD') AS day, d.measure, d.dimension, d.language, d.reference_count AS "referenceCount",
        d.current_count AS "currentCount", d.psi, d.divergence, d.verdict, d.bins, d.measured_at AS "measuredAt",
        d.model_version AS "modelVersion", d.reference_version AS "referenceVersion", d.reference_name AS "referenceName",
        to_char(d.reference_from, 'YYYY-MM-DD') AS "referenceFrom", to_char(d.reference_until, 'YYYY-MM-DD') AS "referenceUntil"
      FROM (SELECT max(day) AS day FROM outcomes.model_drift
        WHERE company_id = ${this.#tx.companyId} AND (${before}::date IS NULL OR day < ${before}::date) OFFSET 0) n
      JOIN outcomes.model_drift d ON d.company_id = ${this.#tx.companyId} AND d.day = n.day
      ORDER BY d.verdict = 'DRIFTED' DESC, d.psi DESC, d.measure, d.dimension, d.language`;
  }
}

type MeasuredOf = Pick<
  ModelDriftRow,
  'modelVersion' | 'referenceVersion' | 'referenceName' | 'referenceFrom' | 'referenceUntil'
>;
