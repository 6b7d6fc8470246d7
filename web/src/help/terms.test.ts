import { expect, test } from 'vitest';
import { terms, termsOn } from './terms.ts';

test('a page below another has words of its own, and one without any has those of the page above it', () => {
  expect(termsOn('/impact/trends')).toContain('cohort');
  expect(termsOn('/imports/0190-1')).toEqual(['plannedImport']);
  expect(termsOn('/')).toContain('sroi');
});

test('no page borrows the words of one whose address only begins alike', () => {
  expect(termsOn('/impacted')).toEqual([]);
  expect(termsOn('/members')).toEqual([]);
});

test('every word is explained on some page', () => {
  const pages = [
    '/',
    '/impact',
    '/impact/trends',
    '/impact/social-return',
    '/models',
    '/imports',
    '/hours',
    '/people',
    '/api-keys',
    '/webhooks',
  ];
  expect(new Set(pages.flatMap(termsOn))).toEqual(new Set(terms));
});
