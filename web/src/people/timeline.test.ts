import { expect, test } from 'vitest';
import { timelineOf } from './timeline.ts';

type Person = Parameters<typeof timelineOf>[0];

const session = (id: string, startedAt: string) => ({
  __typename: 'Session' as const,
  id,
  sourceId: id,
  startedAt,
  durationMinutes: 60,
  rating: null,
  languageLevel: null,
  programme: { __typename: 'Programme' as const, id: 'p', name: 'Language Connect' },
  outcomeScores: [],
});

const sessions = (hasNextPage: boolean, ...nodes: ReturnType<typeof session>[]): Person['sessions'] => ({
  __typename: 'SessionConnection',
  totalCount: 9,
  pageInfo: { __typename: 'PageInfo', hasNextPage, endCursor: 'c' },
  nodes,
});

const merge = (id: string, mergedAt: string, unmergedAt: string | null) => ({
  __typename: 'PersonMerge' as const,
  id,
  keptId: 'k',
  mergedId: 'm',
  mergedName: null,
  mergedEmail: 'm@example.org',
  mergedAt,
  unmergedAt,
});

const kinds = (person: Person) => timelineOf(person).map(({ kind, time }) => `${time.slice(0, 10)} ${kind}`);

test('what happened stands newest first, a merge that was undone with both its ends', () => {
  const person: Person = {
    sessions: sessions(false, session('s2', '2026-03-02T10:00:00.000Z'), session('s1', '2026-01-02T10:00:00.000Z')),
    merges: [merge('x', '2026-02-01T00:00:00.000Z', '2026-04-01T00:00:00.000Z')],
    enrolments: null,
    surveyResponses: null,
  };
  expect(kinds(person)).toEqual([
    '2026-04-01 unmerged',
    '2026-03-02 session',
    '2026-02-01 merged',
    '2026-01-02 session',
  ]);
});

test('nothing older than the last session that is here is shown while there are more', () => {
  const old = merge('x', '2025-02-01T00:00:00.000Z', null);
  const person = (more: boolean): Person => ({
    sessions: sessions(more, session('s1', '2026-01-02T10:00:00.000Z')),
    merges: [old],
    enrolments: null,
    surveyResponses: null,
  });
  expect(kinds(person(true))).toEqual(['2026-01-02 session']);
  expect(kinds(person(false))).toEqual(['2026-01-02 session', '2025-02-01 merged']);
});

test('somebody of whom nothing may be read has an empty timeline', () => {
  expect(timelineOf({ sessions: null, merges: null, enrolments: null, surveyResponses: null })).toEqual([]);
});
