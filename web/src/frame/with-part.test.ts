import { expect, test } from 'vitest';
import { withPart } from './with-part.ts';

test('a part is set, changed and taken away without touching the others', () => {
  const first = withPart(new URLSearchParams('language=uk'), 'search', ' Ole ');
  expect(first.toString()).toBe('language=uk&search=Ole');
  expect(withPart(first, 'language', 'no').toString()).toBe('language=no&search=Ole');
  expect(withPart(first, 'language', ' ').toString()).toBe('search=Ole');
});
