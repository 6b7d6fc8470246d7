import { describe, expect, it } from 'vitest';
import { detectDialect } from '../src/domain/import-file/detect-dialect.ts';
import { matchColumns } from '../src/domain/import-file/match-columns.ts';
import { normaliseSession } from '../src/domain/import-file/normalise-session.ts';
import { readRows } from '../src/domain/import-file/read-rows.ts';
import { ENGLISH } from './feedback/english.ts';
import type { FeedbackTexts } from './feedback/feedback-texts.ts';
import { NORWEGIAN } from './feedback/norwegian.ts';
import { UKRAINIAN } from './feedback/ukrainian.ts';
import { generateKintell, type KintellSampleOptions } from './generate-kintell.ts';

function generate(options: KintellSampleOptions) {
  const { account, chunks } = generateKintell(options);
  return { account, text: [...chunks].join('') };
}

/** Imports a sample as the platform would, and counts what the account counts. */
async function importSample(text: string) {
  const file = Buffer.from(text);
  const detected = detectDialect(file);
  if (!detected.ok) throw new Error(detected.refusal.code);
  const { dialect } = detected;
  const { mapping } = matchColumns(dialect.columns);
  const sessions = new Map<string, { minutes: number; participant: string; volunteer: string | null }>();
  const rejected: string[] = [];
  let accepted = 0;
  for await (const batch of readRows([file], dialect)) {
    for (const row of batch) {
      const result = normaliseSession(row, mapping, dialect);
      if (!result.ok) rejected.push(...result.issues.map(({ code }) => code));
      else {
        accepted++;
        const {
          sourceId,
          durationMinutes: minutes,
          participantEmail: participant,
          volunteerEmail: volunteer,
        } = result.session;
        sessions.set(sourceId, { minutes, participant, volunteer });
      }
    }
  }
  return { dialect, accepted, rejected, sessions: [...sessions.values()] };
}

describe('generateKintell', () => {
  it.each([
    ['untidy', { rows: 5000 }],
    ['untidy, another seed', { rows: 5000, seed: 42 }],
    ['untidy with corrections', { rows: 5000, corrections: true, dirt: 0.2 }],
    ['clean', { rows: 5000, clean: true }],
    ['a single row', { rows: 1 }],
  ])('accounts for every row that an import accepts or rejects: %s', async (_, options) => {
    const { account, text } = generate(options);
    const { accepted, rejected, sessions } = await importSample(text);
    const distinct = (values: (string | null)[]) => new Set(values.filter((value) => value !== null)).size;
    expect(account.rows).toBe(options.rows);
    expect(accepted).toBe(account.distinctSessions + account.duplicates + account.corrections);
    expect(rejected.filter((code) => code === 'MISSING_EMAIL')).toHaveLength(account.missingParticipantEmail);
    expect(account.rows).toBe(accepted + account.missingParticipantEmail);
    expect(sessions).toHaveLength(account.distinctSessions);
    expect(sessions.filter(({ volunteer }) => volunteer === null)).toHaveLength(account.missingVolunteerEmail);
    expect(distinct(sessions.map(({ participant }) => participant))).toBe(account.participants);
    expect(distinct(sessions.map(({ volunteer }) => volunteer))).toBe(account.volunteers);
    expect(sessions.reduce((sum, { minutes }) => sum + minutes, 0) / 60).toBeCloseTo(account.totalHours, 3);
  });

  it('writes an export as partners do, unless asked for a clean one', async () => {
    expect((await importSample(generate({ rows: 500 }).text)).dialect).toMatchObject({
      encoding: 'utf-8',
      bomBytes: 3,
      delimiter: ';',
      lineEnding: '\r\n',
      decimalComma: true,
      dateFormat: 'dd.mm.yyyy',
    });
    expect((await importSample(generate({ rows: 500, clean: true }).text)).dialect).toMatchObject({
      encoding: 'utf-8',
      bomBytes: 0,
      delimiter: ',',
      lineEnding: '\n',
      decimalComma: false,
      dateFormat: 'iso',
    });
  });

  it('is the same for the same seed and another for another', () => {
    expect(generate({ rows: 300 }).text).toBe(generate({ rows: 300 }).text);
    expect(generate({ rows: 300 }).text).not.toBe(generate({ rows: 300, seed: 2 }).text);
  });

  it('holds the dirt of real exports', () => {
    const { account, text } = generate({ rows: 5000 });
    expect(account).toMatchObject({
      duplicates: 75,
      missingParticipantEmail: 38,
      missingVolunteerEmail: 38,
      corrections: 0,
    });
    for (const dirt of [/"[^"]*\r\n[^"]*"/, /""/, / [a-z.]+@/, /[A-Z]@[A-Z]/, /💙💛/, /;4,5;/])
      expect(text).toMatch(dirt);
  });

  it('ends on the day it is given and stays within a year', () => {
    const { text } = generate({ rows: 5000, clean: true, until: new Date('2025-06-30') });
    const days = [...text.matchAll(/,(\d{4}-\d{2}-\d{2})T/g)].map(([, day]) => day ?? '');
    expect(days).toEqual([...days].sort());
    expect([days[0], days.at(-1)].every((day) => day !== undefined && day >= '2024-07-01' && day <= '2025-06-30')).toBe(
      true,
    );
  });

  it('refuses more dirt than there are rows for', () =>
    expect(() => generateKintell({ rows: 10, dirt: 0.9 })).toThrow(RangeError));
});

describe('feedback texts', () => {
  it.each([
    ['English', ENGLISH],
    ['Norwegian', NORWEGIAN],
    ['Ukrainian', UKRAINIAN],
  ])('are at least 120 different ones in %s', (_, texts: FeedbackTexts) => {
    const all = [texts.gain, texts.setback]
      .flatMap((direction) => Object.values(direction).flat())
      .concat(texts.mixed, texts.nothing);
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThanOrEqual(120);
  });

  it('has no Russian letters in Ukrainian', () => expect(JSON.stringify(UKRAINIAN)).not.toMatch(/[ыэъё]/i));
});
