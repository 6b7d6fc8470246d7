import { expect, test } from 'vitest';
import { stoodBefore } from './stood-before.ts';

test('a step of an import is no restatement that a reader is told of; a value of yesterday is', () => {
  const restatedAt = '2026-11-21T10:00:00.000Z';
  expect(stoodBefore({ restatedAt, previousComputedAt: '2026-11-21T09:59:55.000Z' })).toBe(false);
  expect(stoodBefore({ restatedAt, previousComputedAt: '2026-11-21T09:50:00.000Z' })).toBe(true);
  expect(stoodBefore({ restatedAt, previousComputedAt: '2026-11-20T10:00:00.000Z' })).toBe(true);
});
