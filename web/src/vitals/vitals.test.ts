import { expect, test } from 'vitest';
import { Interactions } from './interactions.ts';
import { Shifts } from './shifts.ts';

const interactions = (...durations: readonly number[]) => {
  const all = new Interactions();
  for (const [index, duration] of durations.entries()) all.add(index + 1, duration);
  return all.value;
};

test('the longest interaction counts, and from fifty on the one after it', () => {
  expect(interactions()).toBeUndefined();
  expect(interactions(40, 300, 80)).toBe(300);
  expect(interactions(...Array.from({ length: 48 }, () => 40), 300)).toBe(300);
  expect(interactions(...Array.from({ length: 48 }, () => 40), 300, 200)).toBe(200);
});

test('the events of one interaction are one, and those of none are nothing', () => {
  const all = new Interactions();
  all.add(0, 900);
  for (const duration of [60, 120, 90]) all.add(7, duration);
  expect(all.value).toBe(120);
});

test('shifts are summed within a burst, and the worst burst counts', () => {
  const shifts = new Shifts();
  for (const at of [100, 900, 1800]) shifts.add({ at, score: 0.01 });
  shifts.add({ at: 4000, score: 0.025 });
  expect(shifts.value).toBeCloseTo(0.03);
});

test('a burst ends after five seconds, however close the shifts are', () => {
  const shifts = new Shifts();
  for (let at = 0; at < 10_000; at += 500) shifts.add({ at, score: 0.01 });
  expect(shifts.value).toBeCloseTo(0.1);
});
