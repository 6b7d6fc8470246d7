import type { TenantTransaction } from '@teei/runtime/tenant-transaction';

/** What the volunteers of one company gave, and what changed for participants, as sums over the whole group. */
export interface VolunteerGroup {
  readonly volunteers: number;
  readonly hours: number;
  readonly sessions: number;
  /** Months, summed over the volunteers, in which each of them gave time. */
  readonly activeMonths: number;
  /** Months, summed over the volunteers, from the first in which each gave time to the newest of the company. */
  readonly enrolledMonths: number;
  /** Participants with a baseline and a later follow-up. */
  readonly pairs: number;
  /** Mean over them; null without any. */
  readonly meanDelta: number | null;
}

/** Of sessions and approved activities; merged people are one. Matched pairs as docs/adr/0024 defines them, each participant once. */
export async function volunteerGroup(tx: TenantTransaction): Promise<VolunteerGroup> {
  const [row] = await tx.sql<VolunteerGroup>`
    WITH given AS (
      SELECT f.volunteer_id, f.month, f.minutes::numeric / 60 AS hours, 1 AS sessions FROM outcomes.session_fact f
      WHERE f.company_id = ${tx.companyId} AND NOT f.withdrawn AND f.volunteer_id IS NOT NULL
      UNION ALL SELECT a.volunteer_id, a.month, a.hours::numeric, 0 FROM outcomes.activity_fact a
      WHERE a.company_id = ${tx.companyId} AND NOT a.withdrawn AND a.approved AND a.volunteer_id IS NOT NULL
    ), newest AS (SELECT max(month) AS month FROM given
    ), volunteer AS (
      SELECT sum(g.hours) AS hours, sum(g.sessions) AS sessions, count(DISTINCT g.month) AS active,
        (extract(year FROM newest.month) - extract(year FROM min(g.month))) * 12
          + extract(month FROM newest.month) - extract(month FROM min(g.month)) + 1 AS enrolled
      FROM given g CROSS JOIN newest
      LEFT JOIN outcomes.person_alias a ON a.company_id = ${tx.companyId} AND a.person_id = g.volunteer_id
      GROUP BY coalesce(a.kept_id, g.volunteer_id), newest.month
    ), answered AS (
      SELECT s.programme_id, coalesce(a.kept_id, s.participant_id) AS participant_id, s.dimension, s.phase, s.answered_at, s.response_id, s.level
      FROM outcomes.survey_fact s
      LEFT JOIN outcomes.person_alias a ON a.company_id = s.company_id AND a.person_id = s.participant_id
      WHERE s.company_id = ${tx.companyId}
    ), before AS (
      SELECT DISTINCT ON (programme_id, participant_id, dimension) * FROM answered WHERE phase = 'BASELINE'
      ORDER BY programme_id, participant_id, dimension, answered_at, response_id
    ), after AS (
      SELECT DISTINCT ON (programme_id, participant_id, dimension) * FROM answered WHERE phase = 'FOLLOW_UP'
      ORDER BY programme_id, participant_id, dimension, answered_at DESC, response_id DESC
    ), participant AS (
      SELECT avg((after.level - before.level)::numeric) AS delta FROM before JOIN after USING (programme_id, participant_id, dimension)
      WHERE after.answered_at > before.answered_at GROUP BY participant_id
    )
    SELECT count(*) AS volunteers, coalesce(sum(hours), 0)::float8 AS hours, coalesce(sum(sessions), 0)::int AS sessions,
      coalesce(sum(active), 0)::int AS "activeMonths", coalesce(sum(enrolled), 0)::int AS "enrolledMonths",
      (SELECT count(*) FROM participant) AS pairs, (SELECT avg(delta)::float8 FROM participant) AS "meanDelta"
    FROM volunteer`;
  if (!row) throw new Error('an aggregate always has one row');
  return row;
}
