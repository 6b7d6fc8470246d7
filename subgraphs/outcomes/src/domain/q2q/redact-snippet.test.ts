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
  ['I rang Olena Petrenko myself', 'I rang [name] myself'],
  ['Emma’s advice helped, and so did Per Hansens', '[name] advice helped, and so did [name]'],
  ['Говорила з Оксаною про роботу', 'Говорила з [name] про роботу'],
  ['Fødselsnummer 01019012345, konto NO93 8601 1117 947', 'Fødselsnummer [id], konto [account]'],
  ['ІПН 3012345678, паспорт: АВ 123456', 'ІПН [id], паспорт: [id]'],
  ['Her national id is QQ 12 34 56 C', 'Her national id is [id]'],
])('%s', (text, redacted) => {
  expect(redactSnippet(text)).toBe(redacted);
});

test.each(['Bergen and Oslo are far apart', 'Тепер Київ далеко', 'Надія є', 'Will you come? Hope so.'])(
  '"%s" names nobody',
  (text) => {
    expect(redactSnippet(text)).toBe(text);
  },
);

test('dates, years and counts stay', () => {
  const text = 'On 14.05.2026 (or 2026-05-14) we were 12, level B1, 400 kroner';
  expect(redactSnippet(text)).toBe(text);
});
