import { describe, expect, test } from 'vitest';
import { normaliseText } from '../domain/q2q/normalise-text.ts';
import { redactSnippet } from '../domain/q2q/redact-snippet.ts';
import { redactClauses } from '../domain/remote/redacted-clauses.ts';
import { locateFindings } from '../domain/safety/locate-findings.ts';
import { MadeUpPeople } from '../testing/made-up-people.ts';
import { loadScorer } from './local-model.ts';

/** Made-up people in texts that carry outcomes and alarms: nothing that is kept names or reaches them. */
const scorer = loadScorer();
const people = new MadeUpPeople(20261121);

describe.each(['no', 'uk', 'en'] as const)('with people as in %s', (country) => {
  test('no snippet of evidence or of a flag, and no clause for a remote model, holds a name, an address, a number or an id', () => {
    let [snippets, flagged] = [0, 0];
    for (let n = 0; n < 400; n += 1) {
      const { text, secrets } = people.speak(country);
      const scored = scorer.score(text).scores.map(({ evidence }) => evidence.snippet);
      const found = locateFindings(text).map(({ snippet }) => snippet);
      const clauses = redactClauses(normaliseText(text));
      for (const snippet of [...scored, ...found, redactSnippet(text), ...clauses.map((clause) => clause.text)])
        for (const secret of secrets) expect(snippet, text).not.toContain(secret);
      // What a clause stands for is found in the text again, whatever was put in place of its words.
      for (const { text: shown, span } of clauses)
        expect(
          shown.split(/\[\w+\]/).every((part) => text.slice(span.start, span.end).includes(part)),
          text,
        ).toBe(true);
      snippets += scored.length;
      flagged += found.length;
    }
    expect(snippets).toBeGreaterThan(150);
    expect(flagged).toBeGreaterThan(100);
  });
});

test('a name that opens a sentence is sent no part of', () => {
  for (const [text, sent] of [
    ['Torgrim Ødegård hjalp meg. Nå ringer jeg selv.', ['[name] hjalp meg.', 'Nå ringer jeg selv.']],
    ['Устина Нечуй-Левицька допомогла мені з резюме.', ['[name] допомогла мені з резюме.']],
  ] as const) {
    const clauses = redactClauses(text);
    expect(clauses.map((clause) => clause.text)).toEqual(sent);
    expect(clauses.map(({ span }) => text.slice(span.start, span.end)).join(' ')).toBe(text);
  }
});

test('places, days, languages and tools stay readable', () => {
  for (const text of [
    'We met in Oslo on Monday and spoke Norwegian over Zoom.',
    'Jeg fikk jobb i Tromsø i desember, etter kurset hos NAV.',
    'Переїхала зі Львова до Бергена перед Великоднем.',
    'I rang the doctor. Then I cried.',
  ])
    expect(redactSnippet(text)).toBe(text);
});
