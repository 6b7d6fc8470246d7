import type { QueryResolvers } from '../../generated/resolvers.ts';
import { DeliveryStore } from '../../store/delivery-store.ts';
import { newestFirst } from '../newest-first.ts';

export const deliveries: QueryResolvers['deliveries'] = (_, args, { tx }) =>
  newestFirst(args, async () => new DeliveryStore(await tx()));
