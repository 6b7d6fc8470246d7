import { mapLive } from '@teei/runtime/map-live';
import { webhooksMoved } from '../../events/index.ts';
import type { SubscriptionResolvers } from '../../generated/resolvers.ts';

export const webhookDeliveries: SubscriptionResolvers['webhookDeliveries'] = {
  subscribe: (_, { after }, { live, tenant }) =>
    mapLive(
      live.subscribe({
        companyId: tenant.companyId,
        types: [webhooksMoved.type],
        after: after ?? null,
        newestOf: () => 'log',
      }),
      ({ cursor, event }) => ({ webhookDeliveries: { cursor, ...webhooksMoved.data.parse(event.data) } }),
    ),
};
