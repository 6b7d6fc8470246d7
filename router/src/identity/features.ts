import type { Database } from '@teei/runtime/database';
import { type Feature, hasFeature, isFeature, type Rollout } from '@teei/runtime/features';
import type { MemberViewer } from '@teei/runtime/viewer';
import { TrustedCache } from './trusted-cache.ts';

/** What of the platform a company has switched on for which of its members. */
export interface Features {
  isOn(feature: Feature, viewer: MemberViewer): Promise<boolean>;
}

export function createFeatures(database: Database, isWatched: () => boolean): Features & { forget(): void } {
  const cache = new TrustedCache<Rollout>(isWatched);
  const read = async (companyId: string): Promise<Rollout> => {
    const { rows } = await database.pool.query<Row>({
      name: 'identity-features',
      text: ofCompany,
      values: [companyId],
    });
    return new Map(
      rows.flatMap(({ feature, percentage }) => (isFeature(feature) ? [[feature, percentage] as const] : [])),
    );
  };
  return {
    isOn: async (feature, { companyId, memberId }) =>
      hasFeature((await cache.read(companyId, read)) ?? new Map(), feature, memberId),
    forget: () => cache.clear(),
  };
}

const ofCompany = 'SELECT feature, percentage FROM profile.company_feature WHERE company_id = $1';

interface Row {
  readonly feature: string;
  readonly percentage: number;
}
