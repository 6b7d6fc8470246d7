import { createHash } from 'node:crypto';

/** What a company may switch on for a part of its members. Each is on for everybody until somebody says otherwise. */
export const features = ['BOARDROOM', 'OWN_OPERATIONS'] as const;
export type Feature = (typeof features)[number];

export const percentageUnlessSet = 100;

/** How many of 100 members have each feature, as far as the company has said so. */
export type Rollout = ReadonlyMap<Feature, number>;

/**
 * Drawn by the hash of feature and member: the same answer at every place and at every time, another one for another feature,
 * and whoever has a feature keeps it when it is given to more.
 */
export function hasFeature(rollout: Rollout, feature: Feature, memberId: string): boolean {
  return placeOf(feature, memberId) < (rollout.get(feature) ?? percentageUnlessSet);
}

/** 0 to 99. */
function placeOf(feature: Feature, memberId: string): number {
  return createHash('sha256').update(`${feature} ${memberId}`).digest().readUInt32BE(0) % 100;
}

export function isFeature(text: string): text is Feature {
  return (features as readonly string[]).includes(text);
}
