import { newestFirst } from '@teei/runtime/newest-first';
import type { ConnectionResolvers } from '../generated/resolvers.ts';
import { reference } from './reference.ts';

export const Connection: ConnectionResolvers = {
  __resolveReference: reference('connection'),
  deliveries: ({ id }, args, { loaders }) =>
    newestFirst(args, async () => ({
      page: async (page) => [...(await loaders.deliveriesOf(page).load(id))],
      count: async () => (await loaders.deliveryCountOf.load(id))?.count ?? 0,
    })),
};
