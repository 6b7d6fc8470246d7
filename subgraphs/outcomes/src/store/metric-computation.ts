import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { MetricRules } from '../domain/formulas.ts';

/**
 * Marks months as having to be computed anew, in the transaction that changed their facts: once for the job that computes months,
 * once for the one that computes weeks, quarters and programmes. Every change has marks of its own, so none waits for a computation
 * that has taken those of others and is not committed.
 */
export async function markDirty(tx: TenantTransaction, months: readonly string[]): Promise<void> {
  const marked = [...new Set(months)].sort();
  await tx.sql`
    WITH periods AS (
      INSERT INTO outcomes.metric_period_dirty (company_id, month) SELECT ${tx.companyId}, m FROM unnest(${marked}::date[]) AS m)
    INSERT INTO outcomes.metric_dirty (company_id, month) SELECT ${tx.companyId}, m FROM unnest(${marked}::date[]) AS m`;
}

/**
 * Takes the marks that are committed, and with them what they are about: a computation that reads afterwards sees those facts. Marks
 * that are committed later stay for the next one. One computation of a company at a time, or an older one could write last.
 */
export async function takeDirty(tx: TenantTransaction): Promise<string[]> {
  await computeAlone(tx, 'months');
  const rows = await tx.sql<{ month: string }>`
    DELETE FROM outcomes.metric_dirty WHERE company_id = ${tx.companyId} RETURNING to_char(month, 'YYYY-MM-DD') AS month`;
  return [...new Set(rows.map((row) => row.month))];
}

/** Waits for the computation of the same that is under way. A statement of its own: what comes next must see what that one wrote. */
export async function computeAlone(tx: TenantTransaction, what: 'months' | 'periods'): Promise<void> {
  await tx.sql`SELECT pg_advisory_xact_lock(hashtextextended(concat('compute-', ${what}::text, '/', ${tx.companyId}::text), 0))`;
}

/**
 * Computes the metrics of these months and of all time from the facts, and keeps those that changed, each with its
 * lineage. Sums are made in numeric, so the same facts give the same value to the last digit in whatever order they came.
 * Resolves to the ids of the metrics that changed.
 */
export async function computeMetrics(
  tx: TenantTransaction,
  months: readonly string[],
  { versions, smallestGroup }: MetricRules,
): Promise<string[]> {
  const wanted = [...new Set(months)];
  const changed = await tx.sql<{ id: string }>`
    WITH period AS (
      SELECT 'MONTH' AS grain, m AS month FROM unnest(${wanted}::date[]) AS m
      UNION ALL SELECT 'ALL_TIME', NULL
    ), kept AS (
      SELECT f.month, coalesce(a.kept_id, f.participant_id) AS participant_id, f.volunteer_id, f.minutes FROM outcomes.session_fact f
      LEFT JOIN outcomes.person_alias a ON a.company_id = f.company_id AND a.person_id = f.participant_id
      WHERE f.company_id = ${tx.companyId} AND NOT f.withdrawn
    ), said AS (
      SELECT s.month, s.dimension, coalesce(a.kept_id, s.participant_id) AS participant_id, s.level, s.confidence
      FROM outcomes.outcome_score s
      LEFT JOIN outcomes.person_alias a ON a.company_id = s.company_id AND a.person_id = s.participant_id
      WHERE s.company_id = ${tx.companyId}
    ), counted AS (
      SELECT 'MONTH' AS grain, month, count(*) AS sessions, count(volunteer_id) AS volunteer_sessions,
        coalesce(sum(minutes::numeric) FILTER (WHERE volunteer_id IS NOT NULL), 0) AS volunteer_minutes
      FROM kept WHERE month = ANY (${wanted}::date[]) GROUP BY month
      UNION ALL SELECT 'ALL_TIME', NULL, count(*), count(volunteer_id),
        coalesce(sum(minutes::numeric) FILTER (WHERE volunteer_id IS NOT NULL), 0) FROM kept
    ), people AS (
      SELECT 'MONTH' AS grain, month, count(*) AS participants
      FROM (SELECT DISTINCT month, participant_id FROM kept WHERE month = ANY (${wanted}::date[])) AS each GROUP BY month
      UNION ALL SELECT 'ALL_TIME', NULL, count(*) FROM (SELECT DISTINCT participant_id FROM kept) AS each
    ), approved AS (
      SELECT month, hours FROM outcomes.activity_fact WHERE company_id = ${tx.companyId} AND approved AND NOT withdrawn
    ), given AS (
      SELECT 'MONTH' AS grain, month, count(*) AS activities, sum(hours::numeric) AS activity_hours
      FROM approved WHERE month = ANY (${wanted}::date[]) GROUP BY month
      UNION ALL SELECT 'ALL_TIME', NULL, count(*), sum(hours::numeric) FROM approved
    ), fact AS (
      SELECT period.grain, period.month, coalesce(sessions, 0) AS sessions, coalesce(participants, 0) AS participants,
        coalesce(volunteer_sessions, 0) AS volunteer_sessions, coalesce(volunteer_minutes, 0) AS volunteer_minutes,
        coalesce(activities, 0) AS activities, coalesce(activity_hours, 0) AS activity_hours
      FROM period LEFT JOIN counted ON counted.grain = period.grain AND counted.month IS NOT DISTINCT FROM period.month
      LEFT JOIN people ON people.grain = period.grain AND people.month IS NOT DISTINCT FROM period.month
      LEFT JOIN given ON given.grain = period.grain AND given.month IS NOT DISTINCT FROM period.month
    ), dimension AS (
      SELECT unnest(ARRAY['confidence', 'belonging', 'lang_level_proxy', 'job_readiness']) AS name
    ), weighed AS (
      SELECT 'MONTH' AS grain, month, dimension, count(*) AS scores, count(DISTINCT participant_id) AS participants,
        sum(level::numeric * confidence::numeric) AS weighted, sum(confidence::numeric) AS weight
      FROM said WHERE month = ANY (${wanted}::date[]) GROUP BY month, dimension
      UNION ALL SELECT 'ALL_TIME', NULL, dimension, count(*), count(DISTINCT participant_id),
        sum(level::numeric * confidence::numeric), sum(confidence::numeric)
      FROM said GROUP BY dimension
    ), score AS (
      SELECT period.grain, period.month, dimension.name AS dimension, coalesce(scores, 0) AS scores,
        coalesce(participants, 0) AS participants, coalesce(weighted, 0) AS weighted, coalesce(weight, 0) AS weight
      FROM period CROSS JOIN dimension LEFT JOIN weighed ON weighed.grain = period.grain
        AND weighed.month IS NOT DISTINCT FROM period.month AND weighed.dimension = dimension.name
    ), computed AS (
      SELECT 'PARTICIPANTS' AS name, NULL AS dimension, grain, month, participants::float8 AS value, NULL AS absence,
        ${versions.PARTICIPANTS} AS version, jsonb_build_array(
          jsonb_build_object('name', 'distinct participants', 'value', participants)) AS inputs FROM fact
      UNION ALL SELECT 'SESSIONS', NULL, grain, month, sessions::float8, NULL, ${versions.SESSIONS}, jsonb_build_array(
          jsonb_build_object('name', 'sessions', 'value', sessions)) FROM fact
      UNION ALL SELECT 'VOLUNTEER_HOURS', NULL, grain, month, (volunteer_minutes / 60 + activity_hours)::float8, NULL, ${versions.VOLUNTEER_HOURS},
        jsonb_build_array(jsonb_build_object('name', 'sessions with a volunteer', 'value', volunteer_sessions),
          jsonb_build_object('name', 'minutes', 'value', volunteer_minutes),
          jsonb_build_object('name', 'approved activities', 'value', activities),
          jsonb_build_object('name', 'activity hours', 'value', activity_hours)) FROM fact
      UNION ALL SELECT 'OUTCOME_LEVEL', dimension, grain, month,
        CASE WHEN participants >= ${smallestGroup}::int THEN (weighted / weight)::float8 END,
        CASE WHEN scores = 0 THEN 'NO_EVIDENCE' WHEN participants < ${smallestGroup}::int THEN 'GROUP_TOO_SMALL' END,
        ${versions.OUTCOME_LEVEL},
        CASE WHEN participants >= ${smallestGroup}::int THEN jsonb_build_array(
          jsonb_build_object('name', 'scores', 'value', scores), jsonb_build_object('name', 'participants', 'value', participants),
          jsonb_build_object('name', 'sum of level × confidence', 'value', weighted),
          jsonb_build_object('name', 'sum of confidence', 'value', weight)) ELSE '[]'::jsonb END FROM score
    )
    INSERT INTO outcomes.metric AS m (id, company_id, name, dimension, grain, month, value, absence, formula_version, inputs, computed_at)
    SELECT md5(concat_ws('/', ${tx.companyId}::text, name, dimension, grain, month))::uuid, ${tx.companyId}, name, dimension, grain, month,
      value, absence, version, inputs, clock_timestamp() FROM computed
    ON CONFLICT (company_id, id) DO UPDATE SET value = excluded.value, absence = excluded.absence,
      formula_version = excluded.formula_version, inputs = excluded.inputs, computed_at = excluded.computed_at
    WHERE (m.value, m.absence, m.formula_version, m.inputs) IS DISTINCT FROM (excluded.value, excluded.absence, excluded.formula_version, excluded.inputs)
    RETURNING m.id`;
  const ids = changed.map((row) => row.id);
  await tx.sql`
    INSERT INTO outcomes.metric_lineage (company_id, metric_id, computed_at, value, formula_version, inputs)
    SELECT company_id, id, computed_at, value, formula_version, inputs FROM outcomes.metric
    WHERE company_id = ${tx.companyId} AND id = ANY (${ids}::uuid[]) ON CONFLICT DO NOTHING`;
  return ids;
}
