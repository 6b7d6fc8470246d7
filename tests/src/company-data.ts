import type pg from 'pg';

/**
 * All that a company's numbers are made of and all that they are, without what differs between two runs of the same
 * work: ids that are made anew, revisions and times of writing.
 */
export async function companyData(sql: pg.Pool, companyId: string) {
  const read = async (text: string): Promise<unknown[]> => (await sql.query(text, [companyId])).rows;
  return {
    sessions: await read(`
      SELECT s.source_id, s.kind, s.started_at, s.duration_minutes, s.rating, s.language_level, s.feedback, s.content_hash,
        g.kind AS programme, p.email AS participant, v.email AS volunteer
      FROM programs.session s
      JOIN programs.programme g ON g.company_id = s.company_id AND g.id = s.programme_id
      JOIN profile.participant p ON p.company_id = s.company_id AND p.id = s.participant_id
      LEFT JOIN profile.volunteer v ON v.company_id = s.company_id AND v.id = s.volunteer_id
      WHERE s.company_id = $1 ORDER BY s.source_id COLLATE "C"`),
    enrolments: await read(`
      SELECT g.kind AS programme, p.email AS participant FROM programs.enrolment e
      JOIN programs.programme g ON g.company_id = e.company_id AND g.id = e.programme_id
      JOIN profile.participant p ON p.company_id = e.company_id AND p.id = e.participant_id
      WHERE e.company_id = $1 ORDER BY 1, 2`),
    participants: await read('SELECT email FROM profile.participant WHERE company_id = $1 ORDER BY email COLLATE "C"'),
    volunteers: await read('SELECT email FROM profile.volunteer WHERE company_id = $1 ORDER BY email COLLATE "C"'),
    identities: await read(`
      SELECT person_kind, system, external_id FROM profile.person_identity WHERE company_id = $1 ORDER BY 1, 2, 3`),
    scores: await read(`
      SELECT s.source_id, o.dimension, o.direction, o.level, o.confidence, e.hash FROM outcomes.outcome_score o
      LEFT JOIN programs.session s ON s.company_id = o.company_id AND s.id = o.session_id
      LEFT JOIN outcomes.evidence e ON e.company_id = o.company_id AND e.score_id = o.id
      WHERE o.company_id = $1 ORDER BY s.source_id COLLATE "C", o.dimension`),
    metrics: await metricsOf(sql, companyId),
    journeys: await read(`
      SELECT p.email, j.part, j.name, j.rule, j.since, cardinality(j.facts) AS facts FROM (
        SELECT 'flag' AS part, company_id, participant_id, name, rule, since, facts FROM profile.journey_flag
        UNION ALL SELECT 'milestone', company_id, participant_id, name, rule, since, facts FROM profile.journey_milestone
        UNION ALL SELECT 'follow-up', company_id, participant_id, reason, rule, since, facts FROM profile.follow_up WHERE state = 'OPEN') AS j
      JOIN profile.participant p ON p.company_id = j.company_id AND p.id = j.participant_id
      WHERE j.company_id = $1 ORDER BY p.email COLLATE "C", j.part, j.name`),
  };
}

const workedOut = "'SROI', 'VIS', 'VIS_1'";

/**
 * What is counted from sessions and scores. Metrics that say nothing (no session, no evidence) are left out: whether a month
 * without any has a row is no number. So is what a job of its own works out from these every few seconds (compute-impact.test.ts).
 */
export async function metricsOf(sql: pg.Pool, companyId: string): Promise<unknown[]> {
  const { rows } = await sql.query(
    `SELECT m.name, dimension, grain, month::text, first_day::text, g.kind AS programme, value, absence, inputs FROM outcomes.metric m
      LEFT JOIN programs.programme g ON g.company_id = m.company_id AND g.id = m.programme_id
      WHERE m.company_id = $1 AND (coalesce(value, 0) <> 0 OR absence <> 'NO_EVIDENCE') AND m.name NOT IN (${workedOut})
      ORDER BY m.name, dimension, grain, month, first_day, g.kind`,
    [companyId],
  );
  return rows;
}

/** Sessions whose fact is missing or differs, and facts without a session. */
export async function factsThatDiffer(sql: pg.Pool, companyId: string): Promise<unknown[]> {
  const { rows } = await sql.query(
    `SELECT s.source_id, s.id, f.session_id FROM (SELECT * FROM programs.session WHERE company_id = $1) s
      FULL JOIN (SELECT * FROM outcomes.session_fact WHERE company_id = $1 AND NOT withdrawn) f ON f.session_id = s.id
      WHERE (s.revision, s.programme_id, s.participant_id, s.volunteer_id, s.started_at, s.duration_minutes)
        IS DISTINCT FROM (f.revision, f.programme_id, f.participant_id, f.volunteer_id, f.started_at, f.minutes)`,
    [companyId],
  );
  return rows;
}

/** Every metric of the company that has a value, computed anew from the sessions themselves, the approved hours and the scores. */
export async function recomputedMetrics(sql: pg.Pool, companyId: string): Promise<RecomputedMetric[]> {
  const { rows } = await sql.query<RecomputedMetric>(
    `WITH session AS (
        SELECT *, to_char(started_at AT TIME ZONE 'UTC', 'YYYY-MM') AS in_month FROM programs.session WHERE company_id = $1
      ), score AS (
        SELECT *, to_char(observed_at AT TIME ZONE 'UTC', 'YYYY-MM') AS in_month FROM outcomes.outcome_score WHERE company_id = $1
      ), given AS (
        SELECT in_month, duration_minutes::numeric AS minutes, 0::numeric AS hours FROM session WHERE volunteer_id IS NOT NULL
        UNION ALL SELECT to_char(activity_date AT TIME ZONE 'UTC', 'YYYY-MM'), 0, hours::numeric
          FROM programs.volunteer_activity WHERE company_id = $1 AND status = 'APPROVED'
      ), period AS (SELECT in_month FROM session UNION SELECT in_month FROM given UNION ALL SELECT NULL)
      SELECT 'PARTICIPANTS' AS name, NULL AS dimension, p.in_month AS month, count(DISTINCT s.participant_id)::float8 AS value
        FROM period p JOIN session s ON s.in_month = coalesce(p.in_month, s.in_month) GROUP BY p.in_month
      UNION ALL SELECT 'SESSIONS', NULL, p.in_month, count(*)::float8
        FROM period p JOIN session s ON s.in_month = coalesce(p.in_month, s.in_month) GROUP BY p.in_month
      UNION ALL SELECT 'VOLUNTEER_HOURS', NULL, p.in_month, (sum(g.minutes) / 60 + sum(g.hours))::float8
        FROM period p JOIN given g ON g.in_month = coalesce(p.in_month, g.in_month) GROUP BY p.in_month
      UNION ALL SELECT 'OUTCOME_LEVEL', o.dimension, p.in_month,
        CASE WHEN count(DISTINCT o.participant_id) >= 5
          THEN (sum(o.level::numeric * o.confidence::numeric) / sum(o.confidence::numeric))::float8 END
        FROM period p JOIN score o ON o.in_month = coalesce(p.in_month, o.in_month) GROUP BY o.dimension, p.in_month
      ORDER BY name, dimension, month`,
    [companyId],
  );
  return rows;
}

export interface RecomputedMetric {
  readonly name: string;
  readonly dimension: string | null;
  readonly month: string | null;
  /** Null where the group is too small to be shown. */
  readonly value: number | null;
}

/** The stored metrics of months and of all time in the same form; weeks, quarters and programmes have a test of their own. */
export async function storedMetrics(sql: pg.Pool, companyId: string): Promise<RecomputedMetric[]> {
  const { rows } = await sql.query<RecomputedMetric>(
    `SELECT name, dimension, to_char(month, 'YYYY-MM') AS month, value FROM outcomes.metric
      WHERE company_id = $1 AND grain IN ('MONTH', 'ALL_TIME') AND programme_id IS NULL
        AND (coalesce(value, 0) <> 0 OR absence = 'GROUP_TOO_SMALL') AND name NOT IN (${workedOut})
      ORDER BY name, dimension, month`,
    [companyId],
  );
  return rows;
}
