import type pg from 'pg';
import { until } from './until.ts';

/** Which events each consumer of session data has to have handled; written down here again, so that it can be compared. */
const flows = [
  ...(['programs', 'outcomes'] as const).map((inbox) => ({
    consumer: `${inbox}-demos-to-fill`,
    inbox,
    source: 'profile',
    types: ['profile.demo.made'],
  })),
  {
    consumer: 'programs-import-requests',
    inbox: 'programs',
    source: 'programs',
    types: ['programs.import.requested'],
  },
  {
    consumer: 'profile-orphaned-people',
    inbox: 'profile',
    source: 'programs',
    types: ['programs.people.orphaned'],
  },
  {
    consumer: 'profile-programme-membership',
    inbox: 'profile',
    source: 'programs',
    types: ['programs.enrolments.changed'],
  },
  ...(['programs', 'outcomes', 'privacy'] as const).map((inbox) => ({
    consumer: `${inbox}-person-aliases`,
    inbox,
    source: 'profile',
    types: ['merged', 'unmerged'].flatMap((what) => [`profile.participant.${what}`, `profile.volunteer.${what}`]),
  })),
  {
    consumer: 'outcomes-score-sessions',
    inbox: 'outcomes',
    source: 'programs',
    types: ['kintell.session.completed', 'kintell.rating.created', 'kintell.session.withdrawn'],
  },
  {
    consumer: 'outcomes-score-buddy-texts',
    inbox: 'outcomes',
    source: 'programs',
    types: ['feedback.submitted', 'feedback.withdrawn', 'checkin.completed', 'checkin.withdrawn'].map(
      (what) => `buddy.${what}`,
    ),
  },
  {
    consumer: 'outcomes-count-activities',
    inbox: 'outcomes',
    source: 'programs',
    types: ['volunteer.activity.logged', 'volunteer.activity.withdrawn'],
  },
  {
    consumer: 'outcomes-keep-enrolments',
    inbox: 'outcomes',
    source: 'programs',
    types: ['programs.enrolments.changed', 'upskilling.course.completed', 'upskilling.course.withdrawn'],
  },
  {
    consumer: 'outcomes-compute-metrics',
    inbox: 'outcomes',
    source: 'outcomes',
    types: ['outcomes.facts.changed'],
  },
  {
    consumer: 'outcomes-compute-periods',
    inbox: 'outcomes',
    source: 'outcomes',
    types: ['outcomes.facts.changed'],
  },
  {
    consumer: 'outcomes-compute-impact',
    inbox: 'outcomes',
    source: 'outcomes',
    types: ['outcomes.facts.changed', 'outcomes.sroi.changed'],
  },
  {
    consumer: 'outcomes-evaluate-models',
    inbox: 'outcomes',
    source: 'outcomes',
    types: ['outcomes.evaluation.requested'],
  },
  {
    consumer: 'outcomes-want-readings',
    inbox: 'outcomes',
    source: 'outcomes',
    types: ['outcomes.reading.wanted'],
  },
  {
    consumer: 'profile-journey-people',
    inbox: 'profile',
    source: 'profile',
    types: ['profile.participant.created'],
  },
  {
    consumer: 'profile-journey-merges',
    inbox: 'profile',
    source: 'profile',
    types: ['profile.participant.merged', 'profile.participant.unmerged'],
  },
  {
    consumer: 'profile-journey-programmes',
    inbox: 'profile',
    source: 'programs',
    types: ['kintell.session.completed', 'kintell.rating.created', 'kintell.session.withdrawn'],
  },
  {
    consumer: 'profile-journey-records',
    inbox: 'profile',
    source: 'programs',
    types: [
      ...['match.created', 'event.logged', 'checkin.completed', 'feedback.submitted'].map((what) => `buddy.${what}`),
      ...['match', 'event', 'checkin', 'feedback'].map((what) => `buddy.${what}.withdrawn`),
      ...['course.completed', 'course.withdrawn', 'credential.issued', 'credential.withdrawn'].map(
        (what) => `upskilling.${what}`,
      ),
    ],
  },
  {
    consumer: 'profile-journey-outcomes',
    inbox: 'profile',
    source: 'outcomes',
    types: ['outcomes.scored'],
  },
] as const;

/** Resolves when every event that was told has been handled by everybody whom it concerns. */
export async function settled(sql: pg.Pool, seconds = 120): Promise<void> {
  await until('end of event processing', () => isSettled(sql), seconds);
}

export async function isSettled(sql: pg.Pool): Promise<boolean> {
  return (await unhandled(sql)) === 0;
}

/** Events that a consumer has still to handle, in the order of the flow: what is handled may make more of the next. */
async function unhandled(sql: pg.Pool): Promise<number> {
  for (const { consumer, inbox, source, types } of flows) {
    const { rows } = await sql.query<{ count: string }>(
      `SELECT count(*) FROM ${source}.outbox o WHERE o.type = ANY ($1) AND NOT EXISTS (
        SELECT FROM ${inbox}.inbox i WHERE i.company_id = o.company_id AND i.consumer = $2 AND i.event_id = CASE WHEN o.size = 1 THEN o.id
          ELSE (left(o.id::text, 28) || lpad(to_hex(o.size), 8, '0'))::uuid END)`,
      [types, consumer],
    );
    const count = Number(rows[0]?.count);
    if (count > 0) return count;
  }
  return 0;
}
