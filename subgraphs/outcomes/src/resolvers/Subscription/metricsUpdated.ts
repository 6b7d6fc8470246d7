import { mapLive } from '@teei/runtime/map-live';
import { metricsUpdated as contract } from '../../events/index.ts';
import type { SubscriptionResolvers } from '../../generated/resolvers.ts';

export const metricsUpdated: SubscriptionResolvers['metricsUpdated'] = {
  subscribe: (_, { after }, { live, tenant }) =>
    mapLive(
      live.subscribe({ companyId: tenant.companyId, types: [contract.type], after: after ?? null }),
      ({ cursor, event }) => ({ metricsUpdated: { cursor, metricIds: contract.data.parse(event.data).metricIds } }),
    ),
};
