import { expect, test } from 'vitest';
import { type Feature, features, hasFeature } from './features.ts';
import { newId } from './id.ts';

const members = Array.from({ length: 2_000 }, newId);
const having = (percentage: number, feature: Feature = features[0]) =>
  members.filter((member) => hasFeature(new Map([[feature, percentage]]), feature, member));

test('a feature is on for everybody until somebody says otherwise', () => {
  expect(members.every((member) => hasFeature(new Map(), 'OWN_OPERATIONS', member))).toBe(true);
  expect(having(100)).toHaveLength(members.length);
  expect(having(0)).toHaveLength(0);
});

test('about as many have it as were meant to, and keep it when it is given to more', () => {
  for (const percentage of [10, 30, 70]) {
    const share = having(percentage).length / members.length;
    // Four standard deviations of 2000 draws.
    expect(Math.abs(share - percentage / 100)).toBeLessThan(0.045);
    const more = new Set(having(percentage + 20));
    expect(having(percentage).every((member) => more.has(member))).toBe(true);
  }
});

test('who has one feature says nothing of who has another', () => {
  const both = having(50).filter((member) => having(50, features[1]).includes(member));
  expect(Math.abs(both.length / members.length - 0.25)).toBeLessThan(0.045);
});
