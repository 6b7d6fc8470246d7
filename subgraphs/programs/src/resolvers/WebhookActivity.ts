import type { WebhookActivityResolvers } from '../generated/resolvers.ts';
import type { WebhookDeliveryRow } from '../rows/webhook.ts';

export const WebhookActivity: WebhookActivityResolvers = {
  deliveries: async ({ deliveryIds }, _, { loaders }) => {
    const found = await loaders.webhookDelivery.loadMany([...deliveryIds]);
    return found.filter((each): each is WebhookDeliveryRow => each !== null && !(each instanceof Error));
  },
};
