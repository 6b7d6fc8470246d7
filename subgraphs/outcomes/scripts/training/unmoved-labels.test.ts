import { describe, expect, test } from 'vitest';
import { loadScorer } from '../../src/model/local-model.ts';
import { CORPUS_LANGUAGES, readCorpus } from '../../src/model/read-corpus.ts';

/** What must not move the labels of natural texts hardly does: texts of the dev split, which training never read. */
const scorer = loadScorer();

const NEUTRAL = {
  en: 'The room was on the second floor.',
  uk: 'Кімната була на другому поверсі.',
  no: 'Rommet lå i andre etasje.',
} as const;

describe.each(CORPUS_LANGUAGES)('in %s', (language) => {
  const texts = readCorpus('dev')
    .filter((sample) => sample.language === language)
    .map(({ text }) => text);
  const labels = (text: string) =>
    scorer
      .score(text, { language })
      .scores.map(({ dimension, direction }) => `${dimension}:${direction}`)
      .join();
  const kept = (change: (text: string) => string) =>
    texts.filter((text) => labels(change(text)) === labels(text)).length / texts.length;

  test.each<[string, number, (text: string) => string]>([
    ['other numbers', 0.97, (text) => text.replace(/(?<![A-Ca-cА-Яа-я])\d+/g, '47')],
    ['no capitals', 0.95, (text) => text.toLowerCase()],
    ['other marks at the end', 0.95, (text) => text.replace(/[.!]+$/, '') + '!!'],
    ['spaces and line ends around', 1, (text) => `  ${text}\r\n`],
    ['a soft hyphen and a zero-width space within', 1, (text) => `${text.slice(0, 3)}\u00AD\u200B${text.slice(3)}`],
    ['a neutral sentence behind', 0.93, (text) => `${text.replace(/(?<![.!?…])$/u, '.')} ${NEUTRAL[language]}`],
    ['a neutral sentence before', 0.93, (text) => `${NEUTRAL[language]} ${text}`],
  ])('%s leave the labels of at least %f of the texts alone', (_, share, change) => {
    expect(kept(change)).toBeGreaterThanOrEqual(share);
  });
});
