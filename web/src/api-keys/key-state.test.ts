import { expect, test } from 'vitest';
import { keyState } from './key-state.ts';

const now = new Date('2026-11-21T10:00:00Z');
const key = { revokedAt: null, expiresAt: '2026-12-01T00:00:00.000Z', replacedBy: null };

test('a key works until its expiry', () => {
  expect(keyState(key, now)).toBe('active');
  expect(keyState({ ...key, expiresAt: null }, now)).toBe('active');
  expect(keyState({ ...key, expiresAt: '2026-11-21T10:00:00.000Z' }, now)).toBe('expired');
});

test('a replaced key is on its way out, and out when its overlap ends', () => {
  expect(keyState({ ...key, replacedBy: 'k2' }, now)).toBe('replaced');
  expect(keyState({ ...key, replacedBy: 'k2', expiresAt: '2026-11-20T00:00:00.000Z' }, now)).toBe('expired');
});

test('a revoked key is revoked, whatever else it is', () => {
  expect(keyState({ revokedAt: '2026-11-01T00:00:00.000Z', expiresAt: null, replacedBy: 'k2' }, now)).toBe('revoked');
});
