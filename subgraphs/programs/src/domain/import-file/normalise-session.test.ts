import { describe, expect, it } from 'vitest';
import type { Dialect } from './dialect.ts';
import { type NormalisedSession, type NormaliseOptions, normaliseSession } from './normalise-session.ts';
import type { RawRow } from './raw-row.ts';
import { rowIssue } from './row-issue.ts';
import { SESSION_FIELDS, type SessionField } from './session-field.ts';

const DIALECT: Dialect = {
  encoding: 'utf-8',
  bomBytes: 3,
  delimiter: ';',
  lineEnding: '\r\n',
  decimalComma: true,
  dateFormat: 'dd.mm.yyyy',
  columns: SESSION_FIELDS,
};

const MAPPING = Object.fromEntries(SESSION_FIELDS.map((field) => [field, field]));

const GOOD: Record<SessionField, string> = {
  sessionId: 'KINTELL-1',
  sessionType: 'Language Connect',
  participantEmail: 'olena@example.org',
  volunteerEmail: 'kari@example.com',
  date: '01.03.2026 14:30',
  durationMinutes: '52,5',
  rating: '4,5',
  feedbackText: 'Takk!',
  languageLevel: 'B1',
};

function normalise(changes: Partial<Record<SessionField, string>> = {}, options?: NormaliseOptions): NormalisedSession {
  const row: RawRow = { line: 7, byteOffset: undefined, cells: { ...GOOD, ...changes }, raw: [], issues: [] };
  return normaliseSession(row, MAPPING, DIALECT, options);
}

function session(changes: Partial<Record<SessionField, string>>, options?: NormaliseOptions) {
  const result = normalise(changes, options);
  if (!result.ok) throw new Error(result.issues.map(({ code }) => code).join());
  return result.session;
}

function codes(changes: Partial<Record<SessionField, string>>, options?: NormaliseOptions): string[] {
  const result = normalise(changes, options);
  return (result.ok ? result.warnings : result.issues).map(({ level, code }) => `${level} ${code}`);
}

describe('normaliseSession', () => {
  it('reads a session', () => {
    expect(normalise()).toEqual({
      ok: true,
      session: {
        sourceId: 'KINTELL-1',
        kind: 'language',
        participantEmail: 'olena@example.org',
        volunteerEmail: 'kari@example.com',
        startedAt: '2026-03-01T14:30:00.000Z',
        durationMinutes: 52.5,
        rating: 4.5,
        feedbackText: 'Takk!',
        languageLevel: 'B1',
      },
      warnings: [],
    });
  });

  it('brings addresses to one form', () => {
    expect(session({ participantEmail: '  Ole\u0301na.Moroz@Example.ORG ' }).participantEmail).toBe(
      'ol\u00e9na.moroz@example.org',
    );
  });

  it.each([
    ['language', 'LANGUAGE CONNECT'],
    ['language', 'Språk'],
    ['language', 'мовна зустріч'],
    ['language', 'Мовна'],
    ['mentorship', 'mentor'],
    ['mentorship', 'Mentorskap'],
    ['mentorship', 'Менторство'],
    ['mentorship', 'mentorship-session'],
  ])('takes for %s: %s', (kind, sessionType) => expect(session({ sessionType }).kind).toBe(kind));

  it.each([
    ['b1', 'B1'],
    ['B2+', 'B2'],
    ['A2.1', 'A2'],
    ['В1', 'B1'],
    ['с1', 'C1'],
    ['', null],
    ['-', null],
  ])('reads the level %j as %s', (languageLevel, level) => {
    expect(session({ languageLevel }).languageLevel).toBe(level);
  });

  it.each([
    [{ sessionId: ' ' }, 'error MISSING_SESSION_ID'],
    [{ sessionId: 'x'.repeat(201) }, 'error BAD_SESSION_ID'],
    [{ sessionType: '' }, 'error MISSING_SESSION_TYPE'],
    [{ sessionType: 'Yoga' }, 'error UNKNOWN_SESSION_TYPE'],
    [{ participantEmail: 'n/a' }, 'error MISSING_EMAIL'],
    [{ participantEmail: 'olena' }, 'error BAD_EMAIL'],
    [{ participantEmail: 'a@example.org, b@example.org' }, 'error BAD_EMAIL'],
    [{ date: '' }, 'error MISSING_DATE'],
    [{ date: '31.02.2026' }, 'error BAD_DATE'],
    [{ durationMinutes: '' }, 'error MISSING_DURATION'],
    [{ durationMinutes: '0' }, 'error BAD_DURATION'],
    [{ durationMinutes: '601' }, 'error BAD_DURATION'],
    [{ durationMinutes: '1.000' }, 'error BAD_DURATION'],
  ])('rejects %j', (changes, code) => {
    expect(normalise(changes).ok).toBe(false);
    expect(codes(changes)).toEqual([code]);
  });

  it.each([
    [{ volunteerEmail: '' }, 'warning MISSING_VOLUNTEER_EMAIL', { volunteerEmail: null }],
    [{ volunteerEmail: 'kari' }, 'warning BAD_EMAIL', { volunteerEmail: null }],
    [{ rating: '45' }, 'warning BAD_RATING', { rating: null }],
    [{ languageLevel: 'good' }, 'warning UNKNOWN_LANGUAGE_LEVEL', { languageLevel: null }],
    [{ feedbackText: 'ab\uFFFDc' }, 'warning UNREADABLE_CHARACTERS', { feedbackText: 'ab\uFFFDc' }],
  ])('keeps the session of %j with a warning', (changes, code, kept) => {
    expect(codes(changes)).toEqual([code]);
    expect(session(changes)).toMatchObject(kept);
  });

  it('lists every issue of a row at once', () => {
    expect(codes({ participantEmail: '', date: 'x', rating: '9' })).toEqual([
      'error MISSING_EMAIL',
      'error BAD_DATE',
      'warning BAD_RATING',
    ]);
  });

  it('says where an issue is, with the cell cut to 80 characters', () => {
    const result = normalise({ date: 'd'.repeat(100) });
    expect(result.ok ? [] : result.issues).toEqual([
      {
        line: 7,
        column: 'date',
        value: 'd'.repeat(80),
        level: 'error',
        code: 'BAD_DATE',
        remedy: expect.stringContaining('01.03.2026'),
      },
    ]);
  });

  it('warns of a date after the given present only', () => {
    expect(codes({}, { now: new Date('2026-03-01T14:00:00Z') })).toEqual(['warning FUTURE_DATE']);
    expect(codes({}, { now: new Date('2026-03-01T15:00:00Z') })).toEqual([]);
    expect(codes({})).toEqual([]);
  });

  it('takes times in the given zone', () => {
    expect(session({}, { timeZone: 'Europe/Oslo' }).startedAt).toBe('2026-03-01T13:30:00.000Z');
  });

  it('cuts feedback at 4,000 characters without halving an emoji, and says so', () => {
    const feedbackText = `${'x'.repeat(3999)}💙 and more`;
    expect(codes({ feedbackText })).toEqual(['warning FEEDBACK_TOO_LONG']);
    expect(session({ feedbackText }).feedbackText).toBe('x'.repeat(3999));
  });

  it('says nothing of an optional column that the file does not have', () => {
    const { volunteerEmail: _, rating: __, ...mapping } = MAPPING;
    const row: RawRow = { line: 2, byteOffset: 0, cells: GOOD, raw: [], issues: [] };
    expect(normaliseSession(row, mapping, DIALECT)).toMatchObject({
      ok: true,
      session: { volunteerEmail: null, rating: null },
      warnings: [],
    });
  });

  it('hands on what is structurally wrong with a row', () => {
    const issue = rowIssue('error', 'WRONG_COLUMN_COUNT', { line: 3, column: '', value: '1;2' });
    const row: RawRow = { line: 3, byteOffset: 9, cells: {}, raw: ['1', '2'], issues: [issue] };
    expect(normaliseSession(row, MAPPING, DIALECT)).toEqual({ ok: false, issues: [issue] });
  });
});

describe('NUL, which no text of the database can hold,', () => {
  it('rejects a row whose id or address has it', () => {
    const codes = (changes: Partial<Record<SessionField, string>>) => {
      const result = normalise(changes);
      return result.ok ? [] : result.issues.map(({ code }) => code);
    };
    expect(codes({ sessionId: 'K\0' })).toEqual(['BAD_SESSION_ID']);
    expect(codes({ participantEmail: 'ol\0ena@example.org' })).toEqual(['BAD_EMAIL']);
  });

  it('is replaced in feedback, with a warning', () => {
    const result = normalise({ feedbackText: 'Ta\0kk!' });
    expect(result).toMatchObject({
      session: { feedbackText: 'Ta\uFFFDkk!' },
      warnings: [{ code: 'UNREADABLE_CHARACTERS' }],
    });
  });
});
