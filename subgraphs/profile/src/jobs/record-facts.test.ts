import {
  buddyEventLogged,
  buddyFeedbackSubmitted,
  checkInCompleted,
  courseCompleted,
  courseCompletionWithdrawn,
  credentialIssued,
  credentialWithdrawn,
  matchCreated,
  matchWithdrawn,
} from '@teei/programs/events';
import type { PlatformEvent } from '@teei/runtime/define-event';
import { newId } from '@teei/runtime/id';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { daysAgo, eventTold, journeyHandler } from '../testing/journey-scene.ts';
import { type ProfileScene, startProfileScene } from '../testing/profile-scene.ts';

// What is told of buddies and courses, and which milestones and follow-ups come of it.
let scene: ProfileScene;
let handle: ReturnType<typeof journeyHandler>;
let company: string;
let participantId: string;
let volunteerId: string;

beforeAll(async () => {
  scene = await startProfileScene();
  handle = journeyHandler(scene);
});
afterAll(() => scene.close());

async function somebody(name: string): Promise<void> {
  company = await scene.platform.addCompany(name);
  participantId = await scene.addPerson('participant', company, 'newcomer@example.org');
  volunteerId = newId();
}

async function reached(ofWhom = participantId): Promise<string[]> {
  const { rows } = await scene.platform.sql.query<{ name: string }>(
    `SELECT name FROM profile.journey_milestone WHERE company_id = $1 AND participant_id = $2
      UNION ALL SELECT reason FROM profile.follow_up WHERE company_id = $1 AND participant_id = $2 AND state = 'OPEN' ORDER BY 1`,
    [company, ofWhom],
  );
  return rows.map(({ name }) => name);
}

async function facts(): Promise<unknown[]> {
  const { rows } = await scene.platform.sql.query(
    `SELECT kind, data -> 0 AS said FROM profile.participant_fact WHERE company_id = $1 AND participant_id IS NOT NULL ORDER BY kind`,
    [company],
  );
  return rows;
}

const pair = () => ({ matchId: newId(), participantId, volunteerId, revision: 1, correction: false });
const meeting = (over: object = {}) =>
  eventTold(buddyEventLogged, newId(), {
    ...pair(),
    eventId: newId(),
    kind: 'Walk',
    heldAt: daysAgo(2),
    durationMinutes: null,
    ...over,
  });
const checkIn = (checkInId: string, mood: number, revision: number) =>
  eventTold(checkInCompleted, checkInId, { ...pair(), checkInId, checkedAt: daysAgo(1), mood, revision });
const completion = (over: object = {}) => ({
  completionId: newId(),
  courseId: newId(),
  participantId,
  completedAt: daysAgo(3),
  finalScore: 88,
  provider: 'ecornell',
  ...over,
});

test('a first meeting with a buddy, a completed course and a verified badge reach their milestones', async () => {
  await somebody('Reached');
  const match = pair();
  await handle(company, [
    eventTold(matchCreated, match.matchId, { ...match, status: 'ACTIVE', matchedAt: daysAgo(9), endedAt: null }),
  ]);
  expect(await reached()).toEqual([]);
  const credentialId = newId();
  await handle(company, [
    meeting(),
    eventTold(courseCompleted, newId(), completion()),
    eventTold(credentialIssued, credentialId, { credentialId, participantId, issuer: 'did:key:z6', issuedAt: null }),
  ]);
  expect(await reached()).toEqual(['course_completed', 'first_buddy_meeting', 'first_credential']);
  expect(await facts()).toEqual([
    { kind: 'buddy_event', said: { kind: 'Walk' } },
    { kind: 'course_completion', said: { provider: 'ecornell', result: 88 } },
    { kind: 'credential', said: { kind: 'badge', provider: 'did:key:z6' } },
    { kind: 'match', said: { status: 'ACTIVE' } },
  ]);
});

test('what is corrected or withdrawn is no fact any more, in whatever order it is told', async () => {
  await somebody('Gone');
  const other = await scene.addPerson('participant', company, 'other@example.org');
  const eventId = newId();
  const [first, corrected] = [meeting({ eventId }), meeting({ eventId, participantId: other, revision: 2 })];
  await handle(company, [corrected]);
  await handle(company, [first]);
  expect([await reached(), await reached(other)]).toEqual([[], ['first_buddy_meeting']]);

  const match = pair();
  const made = eventTold(matchCreated, match.matchId, {
    ...match,
    status: 'ACTIVE',
    matchedAt: daysAgo(9),
    endedAt: null,
  });
  const unmade = eventTold(matchWithdrawn, match.matchId, { ...match, revision: 2 });
  for (const event of [unmade, made]) await handle(company, [event]);
  expect(await facts()).toEqual([{ kind: 'buddy_event', said: { kind: 'Walk' } }]);

  // These are told without a revision: the later event is the newer.
  const done = completion();
  const [told, taken] = [
    eventTold(courseCompleted, done.completionId, done),
    eventTold(courseCompletionWithdrawn, done.completionId, done),
  ];
  const badge = { credentialId: newId(), participantId, issuer: 'did:key:z6', issuedAt: daysAgo(5) };
  const [issued, revoked, again] = [
    eventTold(credentialIssued, badge.credentialId, badge),
    eventTold(credentialWithdrawn, badge.credentialId, badge),
    eventTold(credentialIssued, badge.credentialId, { ...badge, participantId: other }),
  ];
  await handle(company, [again, revoked, taken]);
  await handle(company, [told, issued]);
  expect([await reached(), await reached(other)]).toEqual([[], ['first_buddy_meeting', 'first_credential']]);
});

test('low mood at a check-in asks for a follow-up until it is corrected', async () => {
  await somebody('Mood');
  const id = newId();
  await handle(company, [checkIn(id, 1, 1)]);
  expect(await reached()).toEqual(['Quiet for a month, or in low mood at a check-in.']);
  await handle(company, [checkIn(id, 4, 2)]);
  expect(await reached()).toEqual([]);
});

test('what the participant wrote is a fact of theirs, what the volunteer wrote is none, and no words are kept', async () => {
  await somebody('Words');
  const feedback = (author: 'PARTICIPANT' | 'VOLUNTEER', revision: number, feedbackId = newId()): PlatformEvent =>
    eventTold(buddyFeedbackSubmitted, feedbackId, {
      ...pair(),
      revision,
      feedbackId,
      author,
      submittedAt: daysAgo(1),
      rating: 5,
      text: 'Between us',
    });
  const id = newId();
  await handle(company, [feedback('PARTICIPANT', 1, id), feedback('VOLUNTEER', 1)]);
  expect(await facts()).toEqual([{ kind: 'feedback', said: { rating: 5 } }]);
  await handle(company, [feedback('VOLUNTEER', 2, id)]);
  expect(await facts()).toEqual([]);
});
