import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

/** What a browser must have before it shows anything, of the production build that `npm start` and `npm test` make. */
const built = (path: string) => readFileSync(new URL(`../dist/${path}`, import.meta.url));
const html = built('index.html').toString();

const scripts = [...html.matchAll(/<(?:script|link)[^>]*(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(
  ([, path = '']) => path,
);

/** Bytes, as a server that compresses sends them. */
const budget = 170_000;

test('the first load of the cockpit is at most 170 KB of JavaScript', () => {
  expect(scripts.length).toBeGreaterThan(1);
  const sizes = Object.fromEntries(scripts.map((path) => [path, gzipSync(built(path)).length]));
  const total = Object.values(sizes).reduce((sum, size) => sum + size, 0);
  expect(total, `${total} bytes: ${JSON.stringify(sizes, null, 1)}`).toBeLessThanOrEqual(budget);
});

test('it holds no page, no chart and no operation of a page', () => {
  const text = scripts.map((path) => built(path).toString()).join('');
  for (const words of ['rotateApiKey', 'planImport', 'LinearGradient', 'monaco']) expect(text).not.toContain(words);
});
