import { isId } from '@teei/runtime/id';
import { mapLive } from '@teei/runtime/map-live';
import { profileUpdated } from '../../events/index.ts';
import type { SubscriptionResolvers } from '../../generated/resolvers.ts';

export const journeyChanged: SubscriptionResolvers['journeyChanged'] = {
  subscribe: (_, { participantId, after }, { live, tenant }) =>
    mapLive(
      live.subscribe({
        companyId: tenant.companyId,
        types: [profileUpdated.type],
        ...(participantId ? { subject: isId(participantId) ? participantId : 'none' } : {}),
        after: after ?? null,
        newestOf: (event) => event.subject,
      }),
      ({ cursor, event }) => ({ journeyChanged: { cursor, participantId: event.subject } }),
    ),
};
