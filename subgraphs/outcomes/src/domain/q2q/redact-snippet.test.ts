import { expect, test } from 'vitest';
import { redactSnippet } from './redact-snippet.ts';

test.each([
  ['Write to olena.k+x@example.com today', 'Write to [email] today'],
  ['See https://meet.example.com/a?b=c.', 'See [link].'],
  ['Find me at example.org/me', 'Find me at [link]'],
  ['Ping @olena_k in the chat', 'Ping [handle] in the chat'],
  ['Ring +47 912 34 567 or (0482) 12-34-56', 'Ring [phone] or [phone]'],
  ['My mentor Kari Nordmann helped', 'My mentor [name] helped'],
  ['Læreren min heter Bjørn', 'Læreren min heter [name]'],
  ['Моя подруга Оксана прийшла', 'Моя подруга [name] прийшла'],
])('%s', (text, redacted) => {
  expect(redactSnippet(text)).toBe(redacted);
});

test('dates, years and counts stay', () => {
  const text = 'On 14.05.2026 (or 2026-05-14) we were 12, level B1, 400 kroner';
  expect(redactSnippet(text)).toBe(text);
});
