import { expect, test } from 'vitest';
import { loadScorer } from '../src/model/local-model.ts';
import { scoreLines } from './score-lines.ts';

const scorer = loadScorer();

test('scores every good line in order and names the bad ones by number', async () => {
  const { rows, complaints, bad } = await run(
    '\uFEFF{"id":1,"text":"I got the job at the hospital!"}\r\n',
    'no json with secret words\n\n{"id":2}\n[]\nnull\n{"id":{},"text":"x"}\n',
    '{"id":"3","text":"Thank you, see you on Thursday!"}',
  );
  expect(rows.map((row) => row.id)).toEqual([1, '3']);
  expect(rows[0]).toMatchObject({
    lang: 'en',
    scores: [{ dimension: 'job_readiness', direction: 'gain' }],
    safety: [],
  });
  expect(rows[1]).toEqual({ id: '3', lang: 'en', scores: [], topics: [], safety: [] });
  expect(bad).toBe(5);
  expect(complaints.map((line) => line.split(':')[0])).toEqual(['line 2', 'line 4', 'line 5', 'line 6', 'line 7']);
  expect(complaints.join('')).not.toContain('secret');
});

test('an empty text, a million characters, and characters that do not show are ordinary', async () => {
  const texts = [
    '',
    ' \n',
    'a'.repeat(1_000_000),
    'x\u0000y\u0007',
    'ok\u200B\u{E0041}',
    '\uD83D',
    '👍',
    'Є'.repeat(50_000),
  ];
  const { rows, bad } = await run(texts.map((text, id) => JSON.stringify({ id, text })).join('\n'));
  expect(rows.map((row) => row.id)).toEqual(texts.map((_, id) => id));
  expect(rows.every((row) => Array.isArray(row.scores) && row.scores.length === 0)).toBe(true);
  expect(bad).toBe(0);
});

test('a letter cut in two by the edge of a chunk arrives whole', async () => {
  const bytes = Buffer.from('{"id":1,"text":"Я отримала роботу!"}\n');
  const { rows } = await run(bytes.subarray(0, 16), bytes.subarray(16, 17), bytes.subarray(17));
  expect(rows[0]).toMatchObject({ lang: 'uk', scores: [{ dimension: 'job_readiness', direction: 'gain' }] });
});

test('a line without end is refused without being kept', async () => {
  const chunk = Buffer.alloc(1_000_000, 'a');
  const { rows, complaints, bad } = await run(...Array.from({ length: 20 }, () => chunk), '\n{"id":1,"text":"ok"}\n');
  expect(rows).toHaveLength(1);
  expect(complaints[0]).toMatch(/^line 1: longer than/);
  expect(bad).toBe(1);
});

test('a short text takes the language of its line, then that of the programme', async () => {
  const { rows } = await run('{"id":1,"text":"ok"}\n{"id":2,"text":"ok","language":"uk"}\n');
  expect(rows.map((row) => row.lang)).toEqual(['no', 'uk']);
});

async function run(...chunks: readonly (string | Buffer)[]) {
  const rows: Record<string, unknown>[] = [];
  const complaints: string[] = [];
  const bad = await scoreLines(scorer, {
    input: stream(chunks),
    write: async (line) => void rows.push(JSON.parse(line) as Record<string, unknown>),
    complain: (message) => void complaints.push(message),
    language: 'nb-NO',
  });
  return { rows, complaints, bad };
}

async function* stream(chunks: readonly (string | Buffer)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield Buffer.from(chunk);
}
