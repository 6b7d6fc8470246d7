import { expect, test } from 'vitest';
import { splitClauses, splitSentences } from './split-clauses.ts';

test('a sentence is cut where it turns', () => {
  expect(pieces('Grammar is better, but I cannot follow two natives. Nice tea!', splitClauses)).toEqual([
    'Grammar is better,',
    'but I cannot follow two natives.',
    'Nice tea!',
  ]);
  expect(pieces('Я читаю, але не розумію', splitClauses)).toEqual(['Я читаю,', 'але не розумію']);
});

test('sentences stay whole and blank lines carry nothing', () => {
  expect(pieces('One, but two.\n\n… \nThree', splitSentences)).toEqual(['One, but two.', 'Three']);
});

function pieces(text: string, split: typeof splitClauses): string[] {
  return split(text).map((span) => text.slice(span.start, span.end));
}
