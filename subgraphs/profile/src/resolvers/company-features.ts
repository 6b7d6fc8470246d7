import { features, hasFeature, percentageUnlessSet } from '@teei/runtime/features';
import type { ProfileContext } from '../context.ts';
import type { CompanyFeatureRow } from '../rows.ts';
import { FeatureStore } from '../store/feature-store.ts';

/** Every feature that there is, with what the company has said of it and for how many members it is on. */
export async function companyFeatures({ tx }: ProfileContext): Promise<CompanyFeatureRow[]> {
  const store = new FeatureStore(await tx());
  const set = new Map((await store.all()).map((each) => [each.feature, each]));
  const rollout = await store.rollout();
  const members = await store.memberIds();
  return features.map((feature) => ({
    feature,
    percentage: set.get(feature)?.percentage ?? percentageUnlessSet,
    members: members.length,
    membersOn: members.filter((memberId) => hasFeature(rollout, feature, memberId)).length,
    changedBy: set.get(feature)?.changedBy ?? null,
    changedAt: set.get(feature)?.changedAt ?? null,
  }));
}
