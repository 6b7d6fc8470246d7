import type { WebhookEndpointResolvers } from '../generated/resolvers.ts';
import { reference } from './reference.ts';

export const WebhookEndpoint: WebhookEndpointResolvers = {
  __resolveReference: reference('webhookEndpoint'),
  path: ({ source, id }) => `/webhooks/${source}/${id}`,
  secrets: async ({ id }, _, { loaders }) => [...(await loaders.webhookSecrets.load(id))],
};
