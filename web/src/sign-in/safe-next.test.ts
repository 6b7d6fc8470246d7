import { expect, test } from 'vitest';
import { safeNext } from './safe-next.ts';

test('a path of this site is kept, with its filters', () => {
  expect(safeNext('/imports/42?upload=7')).toBe('/imports/42?upload=7');
});

test.each([
  null,
  '',
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  'javascript:alert(1)',
  '/\t/evil.example',
])('%s leads to the dashboard', (next) => {
  expect(safeNext(next)).toBe('/');
});
