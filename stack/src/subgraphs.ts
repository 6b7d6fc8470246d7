import { createDeliveries } from '@teei/deliveries';
import { createOutcomes } from '@teei/outcomes';
import { createPrivacy } from '@teei/privacy';
import { createProfile } from '@teei/profile';
import { createPrograms } from '@teei/programs';
import { createReports } from '@teei/reports';
import type { Platform, Subgraph } from '@teei/runtime/create-subgraph';
import type { SubgraphName } from '@teei/runtime/subgraph-names';

/** How each subgraph is made. */
export const subgraphFactories = {
  profile: createProfile,
  programs: createPrograms,
  outcomes: createOutcomes,
  reports: createReports,
  deliveries: createDeliveries,
  privacy: createPrivacy,
} as const satisfies Record<SubgraphName, (platform: Platform) => Subgraph>;
