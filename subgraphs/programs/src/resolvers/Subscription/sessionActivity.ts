import type { PlatformEvent } from '@teei/runtime/define-event';
import { mapLive } from '@teei/runtime/map-live';
import { sessionCompleted, sessionWithdrawn } from '../../events/index.ts';
import type { SubscriptionResolvers } from '../../generated/resolvers.ts';
import type { SessionActivityRow } from '../../rows/programme.ts';

export const sessionActivity: SubscriptionResolvers['sessionActivity'] = {
  subscribe: (_, { after }, { live, tenant }) =>
    mapLive(
      live.subscribe({
        companyId: tenant.companyId,
        types: [sessionCompleted.type, sessionWithdrawn.type],
        after: after ?? null,
      }),
      ({ cursor, event }) => ({ sessionActivity: { cursor, change: changeOf(event), sessionId: event.subject } }),
    ),
};

function changeOf(event: PlatformEvent): SessionActivityRow['change'] {
  if (event.type === sessionWithdrawn.type) return 'WITHDRAWN';
  return sessionCompleted.data.parse(event.data).correction ? 'CORRECTED' : 'RECORDED';
}
