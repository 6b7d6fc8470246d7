import { mapLive } from '@teei/runtime/map-live';
import { evaluationProgressed } from '../../events/index.ts';
import type { SubscriptionResolvers } from '../../generated/resolvers.ts';

export const journeyProgress: SubscriptionResolvers['journeyProgress'] = {
  subscribe: (_, { after }, { live, tenant }) =>
    mapLive(
      live.subscribe({
        companyId: tenant.companyId,
        types: [evaluationProgressed.type],
        after: after ?? null,
        newestOf: (event) => event.subject,
      }),
      ({ cursor, event }) => ({ journeyProgress: { cursor, evaluationId: event.subject } }),
    ),
};
