import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { normaliseText } from '../domain/q2q/normalise-text.ts';
import { DIMENSIONS } from '../domain/q2q/q2q-model.ts';
import { createScorer, type Dimension, type Direction } from '../domain/q2q/score-text.ts';
import { isHere, loadLocalModel, loadScorer, scorerOf } from './local-model.ts';
import { repositoryVersions } from './repository-versions.ts';

const scorer = loadScorer();

test.each<[string, Dimension, Direction]>([
  ['I am not afraid of speaking up any more', 'confidence', 'gain'],
  ['I am afraid of speaking', 'confidence', 'setback'],
  ['Jeg er ikke redd for å snakke', 'confidence', 'gain'],
  ['Я більше не боюся говорити', 'confidence', 'gain'],
  ['Jeg forstår ikke hva de sier', 'lang_level_proxy', 'setback'],
  ['Я розумію майже все', 'lang_level_proxy', 'gain'],
  ['I have no friends here', 'belonging', 'setback'],
  ['I am not alone here any more, I have friends', 'belonging', 'gain'],
  ['My application was rejected', 'job_readiness', 'setback'],
  ['Jeg fikk jobben', 'job_readiness', 'gain'],
])('"%s" is %s %s', (text, dimension, direction) => {
  expect(directions(text)).toMatchObject({ [dimension]: direction });
});

test('both directions of one dimension in one text are mixed, near the middle', () => {
  const score = scorer
    .score('My grammar is much better now, but I cannot understand two natives.')
    .scores.find((s) => s.dimension === 'lang_level_proxy');
  expect(score?.direction).toBe('mixed');
  expect(Math.abs((score?.level ?? 0) - 0.5)).toBeLessThanOrEqual(0.15);
});

test.each([
  '',
  '👍',
  'ok',
  'Thank you, see you on Thursday!',
  'The soup was too salty.',
  'Lenken virket ikke.',
  'Зустріч перенесли на середу.',
])('"%s" carries nothing', (text) => {
  expect(scorer.score(text).scores).toEqual([]);
});

test('evidence offsets point into the normalised text, at the clause that counts', () => {
  const text = 'Thanks for the tea.\u200B The bus was late. I got the job at the hospital! See you Monday.';
  const score = scorer.score(text).scores.find((s) => s.dimension === 'job_readiness');
  const span = normaliseText(text).slice(score?.evidence.start, score?.evidence.end);
  expect(span).toBe('I got the job at the hospital!');
  expect(score?.evidence.sha256).toBe(createHash('sha256').update(span).digest('hex'));
});

test('the snippet is redacted while the hash covers the source', () => {
  const text = 'Kari Nordmann (kari@example.com) gave me a reference and I got the job!';
  const evidence = scorer.score(text).scores.find((s) => s.dimension === 'job_readiness')?.evidence;
  expect(evidence?.snippet).not.toMatch(/Kari|@example/);
  expect(evidence?.sha256).toBe(createHash('sha256').update(text.slice(evidence?.start, evidence?.end)).digest('hex'));
});

test('the versions of the repository are over the file that is here, and the first of them is the file as it was trained', () => {
  const { version, dimensions } = loadLocalModel();
  expect(repositoryVersions().map((one) => [one.version, isHere(one)])).toEqual([
    [version, true],
    [`${version}-linear`, true],
  ]);
  expect(scorer.modelVersion).toBe(version);
  for (const dimension of DIMENSIONS) expect(scorer.thresholds[dimension]).toBe(dimensions[dimension].threshold);
});

test('a higher threshold lets less pass and changes nothing else; a version over another file does not score', () => {
  const [version] = repositoryVersions();
  if (!version) throw new Error('the repository has no version');
  const text = 'Jeg tør å snakke nå, og jeg fikk jobben.';
  const before = scorer.score(text).scores;
  const sure = Math.max(...before.map(({ confidence }) => confidence));
  const thresholds = { ...version.thresholds, ...Object.fromEntries(DIMENSIONS.map((each) => [each, sure - 0.001])) };
  const strict = scorerOf(version, { name: 'strict', thresholds })?.score(text);
  expect(strict?.modelVersion).toBe('strict');
  expect(strict?.scores).toEqual(before.filter(({ confidence }) => confidence === sure));
  expect(before.length).toBeGreaterThan(1);
  expect(scorerOf({ ...version, sha256: '0'.repeat(64) })).toBeNull();
});

test('the same text scores the same, with a fresh scorer too', () => {
  const text = 'Jeg tør å snakke nå, og jeg fikk jobben. 🎉';
  expect(createScorer(loadLocalModel()).score(text)).toEqual(scorer.score(text));
});

test.each<[string, Dimension, string]>([
  ['I got the job at the hospital yesterday', 'job_readiness', 'job'],
  ['Jeg er ensom her om kveldene', 'belonging', 'ensom'],
  ['Я більше не боюся нічого на світі', 'confidence', 'боюся'],
])('"%s" is explained by what it says of %s', (text, dimension, word) => {
  const words = scorer.explain(text, dimension);
  expect(words.map((each) => each.word)).toContain(word);
  expect(words.length).toBeLessThanOrEqual(5);
  expect(words.every(({ weight }) => weight > 0)).toBe(true);
});

function directions(text: string): Record<string, Direction> {
  return Object.fromEntries(scorer.score(text).scores.map((score) => [score.dimension, score.direction]));
}
