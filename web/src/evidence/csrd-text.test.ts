import { expect, test } from 'vitest';
import { csrdText } from './csrd-text.ts';

const piece = (id: string, snippet: string) => ({
  ...{
    __typename: 'Evidence' as const,
    id,
    snippet,
    hash: `hash-of-${id}`,
    language: 'en',
    observedAt: '2026-03-01T10:00:00.000Z',
  },
  score: {
    ...{
      __typename: 'OutcomeScore' as const,
      id: `score-${id}`,
      dimension: 'CONFIDENCE' as const,
      direction: 'GAIN' as const,
    },
    ...{ level: 0.9, confidence: 0.95, modelVersion: 'q2q-local-2' },
  },
  session: {
    __typename: 'Session' as const,
    id: `session-${id}`,
    sourceId: `K-${id}`,
    startedAt: '2026-03-01T10:00:00.000Z',
  },
});

test('every snippet has a number, and every number its source, hash and model', () => {
  const evidence = [piece('1', 'I rang the office myself'), piece('2', 'I led the meeting')];
  const lines = csrdText({ sentence: 'Two said so.', requirement: 'ESRS S3-4, Set 1 (2023).', evidence }).split('\n');
  expect(lines[0]).toBe('Two said so. “I rang the office myself” [1] “I led the meeting” [2]');
  expect(lines[1]).toBe('ESRS S3-4, Set 1 (2023).');
  expect(lines[2]).toMatch(/^\[1\] .*session K-1, 2026-03-01; sha256:hash-of-1; .*q2q-local-2.*evidence 1\.$/);
  expect(lines).toHaveLength(4);
});
