import { newestFirst } from '@teei/runtime/newest-first';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { WebhookDeliveryStore } from '../../store/webhook-delivery-store.ts';
import { deliveryFilterOf } from '../delivery-filter.ts';

export const webhookDeliveries: QueryResolvers['webhookDeliveries'] = (_, { filter, ...args }, context) =>
  newestFirst(args, async () => {
    const wanted = deliveryFilterOf(filter);
    if (!wanted) return { page: async () => [], count: async () => 0 };
    const store = new WebhookDeliveryStore(await context.tx());
    return { page: (page) => store.page(page, wanted), count: () => store.count(wanted) };
  });
