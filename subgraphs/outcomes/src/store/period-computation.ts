import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { MetricRules } from '../domain/formulas.ts';
import { computeAlone } from './metric-computation.ts';

/** Takes the marks of months whose periods are to be computed, as `takeDirty` takes those of months. */
export async function takeDirtyPeriods(tx: TenantTransaction): Promise<string[]> {
  await computeAlone(tx, 'periods');
  const rows = await tx.sql<{ month: string }>`
    DELETE FROM outcomes.metric_period_dirty WHERE company_id = ${tx.companyId} RETURNING to_char(month, 'YYYY-MM-DD') AS month`;
  return [...new Set(rows.map((row) => row.month))];
}

/**
 * Computes the weeks and quarters that these months (yyyy-mm-01) touch for the company, and those, the months and all time for each
 * programme. What has neither facts nor a metric yet gets none. A group of fewer people than `smallestGroup` is not shown; and where
 * it is the only one of a total that is not shown, so that subtraction would show it, neither is the smallest of the others. Texts of
 * no programme are a group that is never shown. Volunteers are not split by programme outside of sessions.
 * @returns the days that something changed of, yyyy-mm-dd, inclusive
 */
export async function computePeriods(
  tx: TenantTransaction,
  months: readonly string[],
  { versions, smallestGroup }: MetricRules,
): Promise<{ from: string; to: string } | null> {
  const wanted = [...new Set(months)];
  const changed = await tx.sql<{ first: string | null; last: string | null }>`
    WITH marked AS (
      SELECT m AS month FROM unnest(${wanted}::date[]) AS m
    ), period AS (
      SELECT 'MONTH' AS grain, month AS first_day, (month + interval '1 month - 1 day')::date AS last_day FROM marked
      UNION SELECT 'QUARTER', date_trunc('quarter', month)::date, (date_trunc('quarter', month) + interval '3 months - 1 day')::date FROM marked
      UNION SELECT 'WEEK', monday::date, monday::date + 6 FROM marked
        CROSS JOIN generate_series(date_trunc('week', month), month + interval '1 month - 1 day', interval '7 days') AS monday
      UNION SELECT 'ALL_TIME', '-infinity'::date, 'infinity'::date
    ), met AS (
      SELECT (f.started_at AT TIME ZONE 'UTC')::date AS day, f.programme_id, coalesce(a.kept_id, f.participant_id) AS participant_id,
        f.volunteer_id, f.minutes::numeric AS minutes
      FROM outcomes.session_fact f
      LEFT JOIN outcomes.person_alias a ON a.company_id = f.company_id AND a.person_id = f.participant_id
      WHERE f.company_id = ${tx.companyId} AND NOT f.withdrawn
    ), counted AS (
      SELECT grain, first_day, programme_id, grouping(programme_id) = 1 AS whole, count(*) AS sessions,
        count(DISTINCT participant_id) AS participants, count(volunteer_id) AS volunteer_sessions,
        coalesce(sum(minutes) FILTER (WHERE volunteer_id IS NOT NULL), 0) AS volunteer_minutes
      FROM met CROSS JOIN LATERAL (VALUES ('MONTH', date_trunc('month', day)::date), ('QUARTER', date_trunc('quarter', day)::date),
        ('WEEK', date_trunc('week', day)::date), ('ALL_TIME', '-infinity'::date)) AS at (grain, first_day)
      JOIN period USING (grain, first_day)
      GROUP BY GROUPING SETS ((grain, first_day, programme_id), (grain, first_day))
    ), given AS (
      SELECT grain, first_day, count(*) AS activities, sum(hours::numeric) AS activity_hours
      FROM (SELECT (activity_date AT TIME ZONE 'UTC')::date AS day, hours FROM outcomes.activity_fact
        WHERE company_id = ${tx.companyId} AND approved AND NOT withdrawn) AS activity
      CROSS JOIN LATERAL (VALUES ('QUARTER', date_trunc('quarter', day)::date), ('WEEK', date_trunc('week', day)::date)) AS at (grain, first_day)
      JOIN period USING (grain, first_day) GROUP BY grain, first_day
    ), said AS (
      SELECT (s.observed_at AT TIME ZONE 'UTC')::date AS day, f.programme_id, s.dimension,
        coalesce(a.kept_id, s.participant_id) AS participant_id, s.level::numeric AS level, s.confidence::numeric AS confidence
      FROM outcomes.outcome_score s
      LEFT JOIN outcomes.session_fact f ON f.company_id = s.company_id AND f.session_id = s.session_id AND NOT f.withdrawn
      LEFT JOIN outcomes.person_alias a ON a.company_id = s.company_id AND a.person_id = s.participant_id
      WHERE s.company_id = ${tx.companyId}
    ), weighed AS (
      SELECT grain, first_day, programme_id, grouping(programme_id) = 1 AS whole, dimension, count(*) AS scores,
        count(DISTINCT participant_id) AS participants, sum(level * confidence) AS weighted, sum(confidence) AS weight
      FROM said CROSS JOIN LATERAL (VALUES ('MONTH', date_trunc('month', day)::date), ('QUARTER', date_trunc('quarter', day)::date),
        ('WEEK', date_trunc('week', day)::date), ('ALL_TIME', '-infinity'::date)) AS at (grain, first_day)
      JOIN period USING (grain, first_day)
      GROUP BY GROUPING SETS ((grain, first_day, dimension, programme_id), (grain, first_day, dimension))
    ), slice AS (
      SELECT grain, first_day, programme_id FROM counted
      UNION SELECT grain, first_day, NULL FROM given
      UNION SELECT grain, first_day, programme_id FROM weighed
      UNION SELECT m.grain, period.first_day, m.programme_id FROM outcomes.metric m
        JOIN period ON period.grain = m.grain AND period.first_day = coalesce(m.first_day, m.month, '-infinity'::date)
        WHERE m.company_id = ${tx.companyId} AND (m.programme_id IS NOT NULL OR m.grain IN ('WEEK', 'QUARTER'))
    ), fact AS (
      SELECT slice.*, slice.programme_id IS NULL AS whole, coalesce(sessions, 0) AS sessions, coalesce(participants, 0) AS participants,
        coalesce(volunteer_sessions, 0) AS volunteer_sessions, coalesce(volunteer_minutes, 0) AS volunteer_minutes,
        coalesce(activities, 0) AS activities, coalesce(activity_hours, 0) AS activity_hours
      FROM slice LEFT JOIN counted ON counted.grain = slice.grain AND counted.first_day = slice.first_day
        AND counted.programme_id IS NOT DISTINCT FROM slice.programme_id AND counted.whole = (slice.programme_id IS NULL)
      LEFT JOIN given ON given.grain = slice.grain AND given.first_day = slice.first_day AND slice.programme_id IS NULL
    ), fact_shown AS (
      SELECT *, CASE WHEN participants = 0 THEN NULL WHEN participants < ${smallestGroup}::int THEN 'GROUP_TOO_SMALL'
        WHEN NOT whole AND hidden = 1 AND place = 1 THEN 'WOULD_REVEAL' END AS absence
      FROM (
        SELECT *, count(*) FILTER (WHERE NOT whole AND participants BETWEEN 1 AND ${smallestGroup}::int - 1) OVER (PARTITION BY grain, first_day) AS hidden,
          row_number() OVER (PARTITION BY grain, first_day, whole OR participants < ${smallestGroup}::int ORDER BY participants, programme_id) AS place
        FROM fact) AS ranked
    ), score AS (
      SELECT slice.grain, slice.first_day, slice.programme_id, slice.programme_id IS NULL AS whole, dimension.name AS dimension,
        coalesce(scores, 0) AS scores, coalesce(participants, 0) AS participants, coalesce(weighted, 0) AS weighted, coalesce(weight, 0) AS weight
      FROM slice CROSS JOIN unnest(ARRAY['confidence', 'belonging', 'lang_level_proxy', 'job_readiness']) AS dimension (name)
      LEFT JOIN weighed ON weighed.grain = slice.grain AND weighed.first_day = slice.first_day AND weighed.dimension = dimension.name
        AND weighed.programme_id IS NOT DISTINCT FROM slice.programme_id AND weighed.whole = (slice.programme_id IS NULL)
    ), elsewhere AS (
      SELECT grain, first_day, dimension, participants FROM weighed WHERE programme_id IS NULL AND NOT whole
    ), score_shown AS (
      SELECT *, CASE WHEN participants = 0 THEN 'NO_EVIDENCE' WHEN participants < ${smallestGroup}::int THEN 'GROUP_TOO_SMALL'
        WHEN NOT whole AND place = 1 AND (hidden = 1 AND outside IS NULL OR hidden = 0 AND outside < ${smallestGroup}::int)
          THEN 'WOULD_REVEAL' END AS absence
      FROM (
        SELECT score.*, elsewhere.participants AS outside,
          count(*) FILTER (WHERE NOT whole AND score.participants BETWEEN 1 AND ${smallestGroup}::int - 1)
            OVER (PARTITION BY score.grain, score.first_day, score.dimension) AS hidden,
          row_number() OVER (PARTITION BY score.grain, score.first_day, score.dimension, whole OR score.participants < ${smallestGroup}::int
            ORDER BY score.participants, programme_id) AS place
        FROM score LEFT JOIN elsewhere ON elsewhere.grain = score.grain AND elsewhere.first_day = score.first_day
          AND elsewhere.dimension = score.dimension) AS ranked
    ), computed AS (
      SELECT 'PARTICIPANTS' AS name, NULL AS dimension, grain, first_day, programme_id, participants::float8 AS value, absence,
        ${versions.PARTICIPANTS} AS version, jsonb_build_array(
          jsonb_build_object('name', 'distinct participants', 'value', participants)) AS inputs FROM fact_shown
      UNION ALL SELECT 'SESSIONS', NULL, grain, first_day, programme_id, sessions::float8, absence, ${versions.SESSIONS}, jsonb_build_array(
          jsonb_build_object('name', 'sessions', 'value', sessions)) FROM fact_shown
      UNION ALL SELECT 'VOLUNTEER_HOURS', NULL, grain, first_day, programme_id, (volunteer_minutes / 60 + activity_hours)::float8, absence,
        ${versions.VOLUNTEER_HOURS}, jsonb_build_array(
          jsonb_build_object('name', 'sessions with a volunteer', 'value', volunteer_sessions),
          jsonb_build_object('name', 'minutes', 'value', volunteer_minutes),
          jsonb_build_object('name', 'approved activities', 'value', activities),
          jsonb_build_object('name', 'activity hours', 'value', activity_hours)) FROM fact_shown
      UNION ALL SELECT 'OUTCOME_LEVEL', dimension, grain, first_day, programme_id, (weighted / nullif(weight, 0))::float8, absence,
        ${versions.OUTCOME_LEVEL}, jsonb_build_array(
          jsonb_build_object('name', 'scores', 'value', scores), jsonb_build_object('name', 'participants', 'value', participants),
          jsonb_build_object('name', 'sum of level × confidence', 'value', weighted),
          jsonb_build_object('name', 'sum of confidence', 'value', weight)) FROM score_shown
    ), kept AS (
      INSERT INTO outcomes.metric AS m (id, company_id, name, dimension, grain, month, first_day, last_day, programme_id, value, absence,
        formula_version, inputs, computed_at)
      SELECT md5(concat_ws('/', ${tx.companyId}::text, name, dimension, grain, first_day, programme_id))::uuid, ${tx.companyId}, name, dimension, grain,
        CASE grain WHEN 'MONTH' THEN first_day END, CASE WHEN grain IN ('WEEK', 'QUARTER') THEN first_day END,
        CASE WHEN grain IN ('WEEK', 'QUARTER') THEN last_day END, programme_id, CASE WHEN absence IS NULL THEN value END, absence, version,
        CASE WHEN absence IS NULL THEN inputs ELSE '[]' END, clock_timestamp()
      FROM computed JOIN period USING (grain, first_day)
      WHERE programme_id IS NOT NULL OR grain IN ('WEEK', 'QUARTER')
      ON CONFLICT (company_id, id) DO UPDATE SET value = excluded.value, absence = excluded.absence,
        formula_version = excluded.formula_version, inputs = excluded.inputs, computed_at = excluded.computed_at
      WHERE (m.value, m.absence, m.formula_version, m.inputs) IS DISTINCT FROM (excluded.value, excluded.absence, excluded.formula_version, excluded.inputs)
      RETURNING company_id, id, computed_at, value, formula_version, inputs, coalesce(first_day, month) AS first_day,
        coalesce(last_day, (month + interval '1 month - 1 day')::date) AS last_day
    ), line AS (
      INSERT INTO outcomes.metric_lineage (company_id, metric_id, computed_at, value, formula_version, inputs)
      SELECT company_id, id, computed_at, value, formula_version, inputs FROM kept ON CONFLICT DO NOTHING
    )
    SELECT to_char(min(first_day), 'YYYY-MM-DD') AS first, to_char(max(last_day), 'YYYY-MM-DD') AS last FROM kept`;
  const { first, last } = changed[0] ?? {};
  return first && last ? { from: first, to: last } : null;
}
