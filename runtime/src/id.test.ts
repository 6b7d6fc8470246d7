import { afterEach, expect, test, vi } from 'vitest';
import { idInPack, isId, newId, newPackId } from './id.ts';

afterEach(() => vi.useRealTimers());

const sorted = (ids: readonly string[]) => [...ids].sort();

test('ids are of their own form, all different, and sort as they were made, however many a millisecond sees', () => {
  vi.useFakeTimers({ now: 1_800_000_000_000 });
  const ids = Array.from({ length: 20_000 }, () => newId());
  for (const id of ids) expect(isId(id) && id[14] === '7' && '89ab'.includes(id[19] ?? '')).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(sorted(ids));
});

test('a clock that is set back brings no earlier id', () => {
  vi.useFakeTimers({ now: 1_900_000_000_000 });
  const before = newId();
  vi.setSystemTime(1_899_999_990_000);
  const after = [newId(), newId()];
  expect([before, ...after]).toEqual(sorted([before, ...after]));
});

test('a pack goes between what was made before and after it, with everything in it', () => {
  const [before, pack, after] = [newId(), newPackId(), newId()];
  const ids = [before, pack, idInPack(pack, 1), idInPack(pack, 499), after];
  expect(ids).toEqual(sorted(ids));
});
