import { expect, it } from 'vitest';
import { mailLanguageOf } from './mail-language.ts';
import { layOutLetter } from './mail-layout.ts';

it('escapes whatever was given, in HTML, and leaves it as it is in text', () => {
  const { text, html } = layOutLetter({
    language: 'uk',
    subject: 'Join <script>alert(1)</script> & "Sons"',
    paragraphs: ["<img src=x onerror='steal()'>"],
    link: { label: 'Accept', url: 'https://teei.example/accept?a=1&b="#token' },
    notes: [],
  });
  expect(html).toContain('<html lang="uk">');
  expect(html).not.toMatch(/<script|<img|b="#/);
  expect(html).toContain('Join &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Sons&quot;');
  expect(text).toContain("<img src=x onerror='steal()'>");
  expect(text).toContain('https://teei.example/accept?a=1&b="#token');
});

it.each([
  ['nb-NO,nb;q=0.9,en;q=0.8', 'no'],
  ['nn', 'no'],
  ['de-DE,uk;q=0.5', 'uk'],
  ['de', 'en'],
  ['', 'en'],
  [null, 'en'],
])('reads "%s" as %s', (header, language) => expect(mailLanguageOf(header)).toBe(language));
