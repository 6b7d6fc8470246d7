import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { screenText } from '../../src/domain/safety/screen-text.ts';
import { CORPUS_LANGUAGES, readCorpus } from '../../src/model/read-corpus.ts';

/** Texts written for the screen: what it must see, and what only sounds like it. */
describe.each(CORPUS_LANGUAGES)('the safety screen in %s', (language) => {
  const rows = readFileSync(new URL(`../../corpus/safety.${language}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { readonly text: string; readonly safety: readonly string[] });

  test('sees at least 95 % of the written list, in every category', () => {
    const alarming = rows.filter((row) => row.safety.length > 0);
    const missed = alarming.filter((row) => !row.safety.every((category) => categoriesOf(row.text).includes(category)));
    expect(alarming.length).toBeGreaterThanOrEqual(40);
    expect(new Set(alarming.flatMap((row) => row.safety)).size).toBe(7);
    expect(missed.length, missed.map((row) => row.text).join('\n')).toBeLessThanOrEqual(alarming.length * 0.05);
  });

  test('lets idioms, films, reports and kitchen knives pass', () => {
    const alarms = rows.filter((row) => row.safety.length === 0 && categoriesOf(row.text).length > 0);
    expect(alarms.map((row) => row.text)).toEqual([]);
  });

  test('raises an alarm on at most 1 % of ordinary feedback', () => {
    const ordinary = (['train', 'test', 'dev', 'blind'] as const).flatMap((split) =>
      readCorpus(split).filter((sample) => sample.language === language),
    );
    const alarms = ordinary.filter((sample) => screenText(sample.text).length > 0);
    expect(alarms.length, alarms.map((sample) => sample.text).join('\n')).toBeLessThanOrEqual(ordinary.length * 0.01);
  });
});

function categoriesOf(text: string): readonly string[] {
  return screenText(text).map((finding) => finding.category);
}
