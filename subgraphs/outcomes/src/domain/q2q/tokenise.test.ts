import { expect, test } from 'vitest';
import { tokenise } from './tokenise.ts';

test('a negation reaches forward to the end of the clause', () => {
  expect(negatedIn('I am not afraid of speaking, I talk')).toEqual(['am', 'afraid', 'of', 'speaking']);
});

test('a Norwegian negation behind the verb reaches back to it', () => {
  expect(negatedIn('Jeg forstår ikke')).toEqual(['forstår']);
});

test('a Ukrainian double negation negates once', () => {
  expect(negatedIn('ніхто не розмовляє')).toContain('розмовляє');
});

test('"without" turns what is already negated', () => {
  expect(negatedIn('I cannot write without errors')).not.toContain('errors');
});

function negatedIn(text: string): string[] {
  return tokenise(text)
    .filter((token) => token.negated)
    .map((token) => token.word);
}

test('names and numbers are all one, levels are words', () => {
  expect(tokenise('Emma has B2, 14.05.2026, 3 x').map((token) => token.word)).toEqual(
    tokenise('Ingrid has B2, 12:30, 250 x').map((token) => token.word),
  );
  expect(tokenise('B2').map((token) => token.word)).toEqual(['b2']);
});
