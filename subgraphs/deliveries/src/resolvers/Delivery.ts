import type { DeliveryResolvers } from '../generated/resolvers.ts';
import { reference } from './reference.ts';

export const Delivery: DeliveryResolvers = {
  __resolveReference: reference('delivery'),
  connection: async ({ connectionId }, _, { loaders }) => {
    const connection = await loaders.connection.load(connectionId);
    if (connection === null) throw new Error('a foreign key promises the connection of a delivery');
    return connection;
  },
};
