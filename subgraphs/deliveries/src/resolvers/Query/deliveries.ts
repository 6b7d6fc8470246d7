import { newestFirst } from '@teei/runtime/newest-first';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { DeliveryStore } from '../../store/delivery-store.ts';

export const deliveries: QueryResolvers['deliveries'] = (_, args, { tx }) =>
  newestFirst(args, async () => new DeliveryStore(await tx()));
