import { expect, test } from 'vitest';
import { markedWords } from './marked-words.ts';

test('words are marked whole, in any case, wherever they stand', () => {
  expect(markedWords('Job? The job, not the jobless.', ['job'])).toEqual([
    { at: 0, text: 'Job', marked: true },
    { at: 3, text: '? The ', marked: false },
    { at: 9, text: 'job', marked: true },
    { at: 12, text: ', not the jobless.', marked: false },
  ]);
});

test('nothing is lost, also where nothing is marked', () => {
  const snippet = 'Я більше не боюся. [name] теж – 2 рази!';
  for (const words of [[], ['боюся'], ['немає']])
    expect(
      markedWords(snippet, words)
        .map(({ text }) => text)
        .join(''),
    ).toBe(snippet);
});
