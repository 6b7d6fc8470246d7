import { expect, test } from 'vitest';
import type { HeadName, Heads, Q2QModel } from './q2q-model.ts';
import { HEAD_NAMES } from './q2q-model.ts';
import { dissentOf } from './second-opinion.ts';

/** Log-odds are probabilities as they stand. */
const plain = { detection: { slope: 1, offset: 0 }, direction: { slope: 1, offset: 0 }, threshold: 0.5 };
const dimensions = { confidence: plain, belonging: plain, lang_level_proxy: plain, job_readiness: plain };
const model: Q2QModel = { version: 'test', buckets: 1024, heads: [], bags: [], dimensions };

/** Answers every text alike: `any`, `gain` and `setback` of belonging, in log-odds. */
function saying(any: number, gain: number, setback: number): Heads {
  const zero = Object.fromEntries(HEAD_NAMES.map((name) => [name, 0])) as Record<HeadName, number>;
  return () => ({ ...zero, 'belonging:any': any, 'belonging:gain': gain, 'belonging:setback': setback });
}

const dissent = (...parts: readonly Heads[]) => dissentOf(model, parts, 'any text', 'belonging');

test('parts that say the same do not differ, and neither does one alone', () => {
  expect(dissent(saying(2, 2, -2), saying(2, 2, -2))).toBe(0);
  expect(dissent(saying(2, 2, -2))).toBe(0);
});

test('parts that exclude each other differ by almost all, be it on the dimension or on the direction', () => {
  expect(dissent(saying(30, 30, -30), saying(-30, -30, -30))).toBeGreaterThan(0.99);
  expect(dissent(saying(30, 30, -30), saying(30, -30, 30))).toBeGreaterThan(0.99);
});

test('the two that are furthest apart count', () => {
  const near = dissent(saying(1, 1, -1), saying(1.2, 1, -1));
  expect(near).toBeGreaterThan(0);
  expect(dissent(saying(1, 1, -1), saying(1.2, 1, -1), saying(-2, -2, -2))).toBeGreaterThan(near);
});
