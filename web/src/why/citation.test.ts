import { expect, test } from 'vitest';
import { evidenceCitation, metricCitation, sessionCitation } from './citation.ts';

test('a number is cited with its formula, its time and its id', () => {
  const text = metricCitation({
    label: 'Belonging',
    period: 'October 2026',
    value: '0.66 of 1',
    company: 'Nordlys AS',
    formulaVersion: 'outcome-level-1',
    computedAt: '2026-11-21T10:00:00.000Z',
    id: 'm1',
  });
  expect(text).toBe(
    'Nordlys AS: Belonging, October 2026: 0.66 of 1. TEEI CSR Platform, outcome-level-1, computed 2026-11-21T10:00:00.000Z, metric m1.',
  );
});

test('evidence is cited with its session, hash and score', () => {
  const evidence = {
    id: 'e1',
    snippet: 'I rang the office myself',
    hash: 'ab12',
    score: { level: 0.9, confidence: 0.874, modelVersion: 'linear-1' },
  };
  const session = { sourceId: 'KINTELL-001', startedAt: '2026-10-02T15:00:00.000Z' };
  expect(evidenceCitation({ ...evidence, session })).toBe(
    '“I rang the office myself” (session KINTELL-001, 2026-10-02; sha256:ab12; level 0.90, confidence 0.87, linear-1). TEEI CSR Platform, evidence e1.',
  );
  expect(evidenceCitation({ ...evidence, session: null })).toContain('(source text; sha256:ab12;');
});

test('a session is cited by the id of the system it came from', () => {
  const session = {
    id: 's1',
    sourceId: 'KINTELL-001',
    startedAt: '2026-10-02T15:00:00.000Z',
    durationMinutes: 52.5,
    programme: 'Language Connect',
  };
  expect(sessionCitation(session)).toBe(
    'Session KINTELL-001, Language Connect, 2026-10-02T15:00:00.000Z, 52.5 minutes. TEEI CSR Platform, session s1.',
  );
});
