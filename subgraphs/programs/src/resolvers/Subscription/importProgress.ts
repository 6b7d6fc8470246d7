import { isId } from '@teei/runtime/id';
import { mapLive } from '@teei/runtime/map-live';
import { importProgressed } from '../../events/index.ts';
import type { SubscriptionResolvers } from '../../generated/resolvers.ts';

export const importProgress: SubscriptionResolvers['importProgress'] = {
  subscribe: (_, { id, after }, { live, tenant }) =>
    mapLive(
      live.subscribe({
        companyId: tenant.companyId,
        types: [importProgressed.type],
        subject: isId(id) ? id : 'none',
        after: after ?? null,
        newestOf: (event) => event.subject,
      }),
      ({ cursor, event }) => ({ importProgress: { cursor, importId: event.subject } }),
    ),
};
