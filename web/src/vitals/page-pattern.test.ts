import { expect, test } from 'vitest';
import { pagePattern } from './page-pattern.ts';

test('an address is told without what follows its area', () => {
  const paths = ['/', '/people', '/people/', '/people/0190-7', '/imports/0190-7/errors'];
  expect(paths.map(pagePattern)).toEqual(['/', '/people', '/people', '/people/*', '/imports/*']);
});
