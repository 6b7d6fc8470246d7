import { describe, expect, test } from 'vitest';
import { interpret, testEventType } from './interpret.ts';

const now = new Date('2026-03-02T00:00:00Z');
const data = {
  session_id: 'K-1',
  session_type: 'Language Connect',
  participant: { email: 'Oksana@Example.org' },
  volunteer: { email: 'kari@example.com' },
  started_at: '2026-03-01T15:00:00+01:00',
  duration_minutes: 52.5,
  rating: 5,
  feedback: 'I feel confident',
  language_level: 'b1',
};
const ask = (eventType: string, body: unknown, more: object = {}) =>
  interpret({ source: 'kintell', eventType, eventVersion: 1, body: JSON.stringify(body), ...more }, now);

describe('a session', () => {
  const session = {
    sourceId: 'K-1',
    kind: 'language',
    participantEmail: 'oksana@example.org',
    volunteerEmail: 'kari@example.com',
    startedAt: '2026-03-01T14:00:00.000Z',
    durationMinutes: 52.5,
    rating: 5,
    feedbackText: 'I feel confident',
    languageLevel: 'B1',
  };

  test.each(['kintell.session.completed', 'session.completed', 'session.updated', 'session.created'])(
    'comes as %s',
    (type) => {
      expect(ask(type, { data })).toMatchObject({ kind: 'session', session: { session } });
    },
  );

  test('may stand at the top of the body, with the names of a CSV export', () => {
    const { participant, volunteer, ...rest } = data;
    const flat = { ...rest, participant_email: participant.email, volunteer_email: volunteer.email };
    expect(ask('session.completed', flat)).toMatchObject({ kind: 'session', session: { session } });
  });

  test('has the hash of the same row of a file', () => {
    const [one, other] = [
      ask('session.completed', { data }),
      ask('session.updated', { data: { ...data, rating: '5' } }),
    ];
    expect(one).toEqual(other);
  });

  test('that is still to come is none yet', () => {
    expect(ask('session.scheduled', { data: { ...data, started_at: '2027-01-01T10:00:00Z' } })).toMatchObject({
      kind: 'scheduled',
    });
  });

  test('is invalid without what it cannot be without, and the reason names fields and no values', () => {
    const asked = ask('session.completed', {
      data: { ...data, session_id: '', participant: { email: 'not-an-address' } },
    });
    expect(asked).toMatchObject({
      kind: 'invalid',
      code: 'MISSING_SESSION_ID',
      reason: expect.stringMatching(/participant_email: Write one e-mail/),
    });
    expect(JSON.stringify(asked)).not.toContain('not-an-address');
  });

  test('of another source needs the whole type', () => {
    expect(ask('session.completed', { data }, { source: 'partner' })).toMatchObject({ kind: 'unrecognised' });
    expect(ask('kintell.session.completed', { data }, { source: 'partner' })).toMatchObject({ kind: 'session' });
  });
});

test.each([
  [{ rating: 4 }, { rating: 4, feedbackText: null }],
  [
    { rating: '4.5', feedback: 'Fine ' },
    { rating: 4.5, feedbackText: 'Fine' },
  ],
  [{ feedback: 'Fine' }, { rating: null, feedbackText: 'Fine' }],
])('a rating that comes apart from its session says %o', (said, rating) => {
  for (const type of ['rating.created', 'kintell.rating.created', 'rating.updated'])
    expect(ask(type, { data: { session_id: 'K-1', ...said } })).toEqual({
      kind: 'rating',
      rating: { sourceId: 'K-1', ...rating },
    });
});

test.each([
  [{ session_id: 'K-1' }, 'MISSING_VALUE'],
  [{ session_id: 'K-1', rating: 9 }, 'BAD_RATING'],
  [{ rating: 4 }, 'MISSING_SESSION_ID'],
])('a rating without its session or its number is invalid: %o', (said, code) => {
  expect(ask('rating.created', { data: said })).toMatchObject({ kind: 'invalid', code });
});

test.each([
  ['kintell', 'session.deleted', { session_id: 'K-1' }, 'KINTELL_SESSION', 'K-1'],
  ['kintell', 'session.deleted', { session_id: 'S-1', activity: { type: 'Planting' } }, 'VOLUNTEER_ACTIVITY', 'S-1'],
  ['buddy', 'match.deleted', { match_id: 'M-1' }, 'BUDDY_MATCH', 'M-1'],
  ['buddy', 'event.deleted', { event: { id: 'E-1' } }, 'BUDDY_EVENT', 'E-1'],
  ['buddy', 'checkin.deleted', { check_in: { id: 'C-1' } }, 'BUDDY_CHECK_IN', 'C-1'],
  ['buddy', 'feedback.deleted', { feedback_id: 'F-1' }, 'BUDDY_FEEDBACK', 'F-1'],
  ['upskilling', 'credential.deleted', { credential_id: 'D-1' }, 'CREDENTIAL', 'D-1'],
  ['volunteer', 'activity.deleted', { activity_id: 'A-1' }, 'VOLUNTEER_ACTIVITY', 'A-1'],
])('what %s deletes by %s is withdrawn by its id', (source, type, data, of, sourceId) => {
  expect(ask(type, { data }, { source })).toEqual({ kind: 'deletion', deletion: { of, sourceId } });
  expect(ask(type, { data: {} }, { source })).toMatchObject({ kind: 'invalid', code: 'MISSING_VALUE' });
});

test('the deletion of a completion names it by whose it is and of which course', () => {
  const data = { user: { email: 'olena@example.org' }, course: { id: 'X', title: 'Leading', provider: 'eCornell' } };
  const made = ask('course.completed', { data: { ...data, completed_at: '2026-01-15' } }, { source: 'upskilling' });
  if (made.kind !== 'record') throw new Error('no record');
  const { sourceId } = made.record;
  expect(ask('course.deleted', { data }, { source: 'upskilling' })).toEqual({
    kind: 'deletion',
    deletion: { of: 'COURSE_COMPLETION', sourceId },
  });
  expect(ask('course.deleted', { data: { course_id: 'X' } }, { source: 'upskilling' })).toMatchObject({
    kind: 'invalid',
    code: 'MISSING_EMAIL',
  });
});

describe('progress in a course', () => {
  const user = { email: ' Olena@example.org' };
  const course = { id: 'X', title: 'Leading', provider: 'eCornell' };

  test.each([
    { user, course, completion_percentage: 40, updated_at: '2026-01-15T10:00:00Z' },
    { user, course: { ...course, progress: 40, updated_at: '2026-01-15T10:00:00Z' } },
  ])('says how far, of whom and where: %o', (data) => {
    expect(ask('progress.updated', { data }, { source: 'upskilling' })).toMatchObject({
      kind: 'progress',
      progress: {
        participantEmail: 'olena@example.org',
        course: { provider: 'ecornell', externalId: 'X', name: 'Leading' },
        percent: 40,
        progressedAt: '2026-01-15T10:00:00.000Z',
      },
    });
  });

  test.each([
    [{ user, course }, 'MISSING_VALUE'],
    [{ user, course, progress: 140 }, 'BAD_PROGRESS'],
    [{ course, progress: 40 }, 'MISSING_EMAIL'],
  ])('that does not say so is invalid: %o', (data, code) => {
    expect(ask('progress.updated', { data }, { source: 'upskilling' })).toMatchObject({ kind: 'invalid', code });
  });
});

describe('a record', () => {
  const match = {
    match_id: 'M-1',
    mentor: { id: 'V1', email: 'Kari@example.com', name: 'Kari' },
    mentee: { id: 'P1', email: 'oksana@example.org' },
    created_at: '2026-01-07T09:30:00Z',
  };
  const record = {
    sourceId: 'M-1',
    participantEmail: 'oksana@example.org',
    volunteerEmail: 'kari@example.com',
    content: { status: 'ACTIVE', matched_at: '2026-01-07T09:30:00.000Z' },
    row: null,
  };

  test.each(['buddy.match.created', 'match.created', 'match.updated'])('comes as %s', (type) => {
    expect(ask(type, { data: match }, { source: 'buddy' })).toMatchObject({
      kind: 'record',
      of: 'BUDDY_MATCH',
      record,
    });
  });

  test('may stand at the top of the body, beside an id and a type that are not its own', () => {
    const flat = {
      event_id: 'evt_1',
      event_type: 'event.logged',
      match_id: 'M-1',
      activity_type: 'Walk',
      date: '2026-02-01',
    };
    expect(ask('event.logged', flat, { source: 'buddy' })).toMatchObject({
      of: 'BUDDY_EVENT',
      record: { sourceId: expect.stringMatching(/^~/), content: { kind: 'Walk' } },
    });
  });

  test('of another source needs the whole type', () => {
    expect(ask('match.created', { data: match }, { source: 'partner' })).toMatchObject({ kind: 'unrecognised' });
    expect(ask('buddy.match.created', { data: match }, { source: 'partner' })).toMatchObject({
      kind: 'record',
      record,
    });
  });

  test('of a newer version is kept', () => {
    const asked = ask('match.created', { data: match }, { source: 'buddy', eventVersion: 2 });
    expect(asked).toEqual({ kind: 'unrecognised', code: 'VERSION_UNKNOWN' });
  });

  test('that says what a volunteer did is hours and no session', () => {
    const activity = { type: 'Planting', date: '2026-01-05T10:00:00Z', hours: 3.5 };
    const body = { data: { session_id: 'S-1', volunteer: { email: 'kari@example.com' }, activity } };
    expect(ask('session.created', body)).toMatchObject({
      of: 'VOLUNTEER_ACTIVITY',
      record: {
        sourceId: 'S-1',
        volunteerEmail: 'kari@example.com',
        content: { hours: 3.5, activity_type: 'Planting' },
      },
    });
    expect(ask('session.scheduled', body)).toMatchObject({ kind: 'unrecognised' });
  });
});

test('types and versions that are not known are unrecognised, not wrong', () => {
  expect(ask('session.teleported', { data })).toEqual({ kind: 'unrecognised', code: 'TYPE_UNKNOWN' });
  expect(ask('session.completed', { data }, { eventVersion: 2 })).toEqual({
    kind: 'unrecognised',
    code: 'VERSION_UNKNOWN',
  });
});

test('a test event asks for nothing', () => expect(ask(testEventType, {})).toEqual({ kind: 'test' }));

test('names of fields cannot reach the prototype', () => {
  const body = `{"data":{"__proto__":{"session_id":"X"},"constructor":{"prototype":{"rating":1}}}}`;
  expect(interpret({ source: 'kintell', eventType: 'session.completed', eventVersion: 1, body }, now)).toMatchObject({
    kind: 'invalid',
  });
  expect(({} as Record<string, unknown>).session_id).toBeUndefined();
});
