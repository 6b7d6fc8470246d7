import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import type { EventContract } from '@teei/runtime/define-event';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { SourcedKind } from '../domain/records/record-kind.ts';
import {
  activityLogged,
  activityWithdrawn,
  buddyEventLogged,
  buddyEventWithdrawn,
  buddyFeedbackSubmitted,
  buddyFeedbackWithdrawn,
  checkInCompleted,
  checkInWithdrawn,
  courseCompleted,
  courseCompletionWithdrawn,
  matchCreated,
  matchWithdrawn,
} from '../events/index.ts';
import { MatchDirectory } from '../store/match-directory.ts';
import { providersOf } from '../store/providers-of.ts';
import type { RecordRow } from '../store/record-rows.ts';
import { SharedWork } from '../store/shared-work.ts';
import { VolunteerActivityStore } from '../store/volunteer-activity-store.ts';

/** A record and the number of its version. */
export interface RecordVersion {
  readonly row: RecordRow;
  readonly revision: number;
}

type Tell = (
  parts: Pick<SubgraphParts, 'outbox'>,
  tx: TenantTransaction,
  records: readonly RecordVersion[],
) => Promise<void>;

interface RecordNews {
  readonly recorded: Tell;
  readonly corrected: Tell;
  readonly withdrawn: Tell;
}

type Data = Readonly<Record<string, unknown>>;

/** What is told of each kind, from the columns of its table. */
export const recordNews: Readonly<Record<SourcedKind, RecordNews>> = {
  BUDDY_MATCH: news(matchCreated, matchWithdrawn, ({ id, participant_id, volunteer_id, status, ...row }) => ({
    matchId: id,
    participantId: participant_id,
    volunteerId: volunteer_id,
    status,
    matchedAt: instant(row.matched_at),
    endedAt: instant(row.ended_at),
  })),
  BUDDY_EVENT: ofPair(buddyEventLogged, buddyEventWithdrawn, ({ id, kind, held_at, duration_minutes }) => ({
    eventId: id,
    kind,
    heldAt: instant(held_at),
    durationMinutes: duration_minutes,
  })),
  BUDDY_CHECK_IN: ofPair(checkInCompleted, checkInWithdrawn, ({ id, checked_at, mood, note, words_sha256 }) => ({
    checkInId: id,
    checkedAt: instant(checked_at),
    mood,
    note,
    clearedSha256: words_sha256 ?? undefined,
  })),
  BUDDY_FEEDBACK: ofPair(
    buddyFeedbackSubmitted,
    buddyFeedbackWithdrawn,
    ({ id, author_kind, text, rating, ...row }) => ({
      feedbackId: id,
      author: author_kind,
      submittedAt: instant(row.submitted_at),
      rating,
      text,
      clearedSha256: row.words_sha256 ?? undefined,
    }),
  ),
  COURSE_COMPLETION: ofCourse(courseCompleted, courseCompletionWithdrawn, ({ id, participant_id, ...row }) => ({
    completionId: id,
    participantId: participant_id,
    completedAt: instant(row.completed_at),
    finalScore: row.final_score,
  })),
  // A credential is told of when it counts, and what a file claims was not verified.
  CREDENTIAL: { recorded: silence, corrected: silence, withdrawn: silence },
  VOLUNTEER_ACTIVITY: {
    recorded: append(activityLogged, ofActivities(false)),
    corrected: append(activityLogged, ofActivities(true)),
    withdrawn: append(activityWithdrawn, ofActivities()),
  },
};

function news<Type extends string, Told, Gone extends string, Taken>(
  told: EventContract<Type, Told>,
  gone: EventContract<Gone, Taken>,
  dataOf: (row: RecordRow) => Data,
): RecordNews {
  const each = (correction?: boolean) => (records: readonly RecordVersion[]) =>
    records.map(({ row, revision }) => ({ subject: row.id, data: { ...dataOf(row), revision, correction } }));
  return {
    recorded: append(told, async (_, records) => each(false)(records)),
    corrected: append(told, async (_, records) => each(true)(records)),
    withdrawn: append(gone, async (_, records) => each()(records)),
  };
}

/** As above for what a pair did: its event names both people, who stand in the match alone. */
function ofPair<Type extends string, Told, Gone extends string, Taken>(
  told: EventContract<Type, Told>,
  gone: EventContract<Gone, Taken>,
  dataOf: (row: RecordRow) => Data,
): RecordNews {
  const each = (correction?: boolean) => async (tx: TenantTransaction, records: readonly RecordVersion[]) => {
    const matches = await new MatchDirectory(tx).peopleOf(records.map(({ row }) => String(row.match_id)));
    return records.flatMap(({ row, revision }) => {
      const match = matches.get(String(row.match_id));
      if (!match) return [];
      const { id: matchId, participantId, volunteerId } = match;
      return { subject: row.id, data: { ...dataOf(row), matchId, participantId, volunteerId, revision, correction } };
    });
  };
  return {
    recorded: append(told, each(false)),
    corrected: append(told, each(true)),
    withdrawn: append(gone, each()),
  };
}

/** As above for what was learned: its event names the provider, who stands in the course alone. */
function ofCourse<Type extends string, Told, Gone extends string, Taken>(
  told: EventContract<Type, Told>,
  gone: EventContract<Gone, Taken>,
  dataOf: (row: RecordRow) => Data,
): RecordNews {
  const each = (correction?: boolean) => async (tx: TenantTransaction, records: readonly RecordVersion[]) => {
    const courseIdOf = ({ row }: RecordVersion): string => String(row.course_id);
    const providers = await providersOf(tx, records.map(courseIdOf));
    return records.map((record) => {
      const courseId = courseIdOf(record);
      const place = { courseId, provider: providers.get(courseId), revision: record.revision, correction };
      return { subject: record.row.id, data: { ...dataOf(record.row), ...place } };
    });
  };
  return {
    recorded: append(told, each(false)),
    corrected: append(told, each(true)),
    withdrawn: append(gone, each()),
  };
}

/** A row that was just read from a file does not say whether it counts: that depends on what a member had decided, and on sessions. */
function ofActivities(correction?: boolean) {
  return async (tx: TenantTransaction, records: readonly RecordVersion[]) => {
    const ids = records.map(({ row }) => row.id);
    await new SharedWork(tx).note(ids);
    const standings = await new VolunteerActivityStore(tx).standingsOf(ids);
    return records.map(({ row, revision }) => ({
      subject: row.id,
      data: {
        activityId: row.id,
        volunteerId: row.volunteer_id,
        activityDate: instant(row.activity_date),
        hours: row.hours,
        ...standings.get(row.id),
        revision,
        correction,
      },
    }));
  };
}

interface Told {
  readonly subject: string;
  readonly data: Data;
}

/** The contract reads the data, so that no column leaves that it does not name. */
function append<Type extends string, Content>(
  contract: EventContract<Type, Content>,
  eventsOf: (tx: TenantTransaction, records: readonly RecordVersion[]) => Promise<readonly Told[]>,
): Tell {
  return async ({ outbox }, tx, records) => {
    if (records.length === 0) return;
    const events = await eventsOf(tx, records);
    await outbox.append(
      tx,
      contract,
      events.map(({ subject, data }) => ({ subject, data: contract.data.parse(data) })),
    );
  };
}

async function silence(): Promise<void> {}

/** Postgres writes times of rows in its own zone. */
function instant(value: string | number | null | undefined): string | null {
  return value === null || value === undefined ? null : new Date(value).toISOString();
}
