import { newestFirst } from '@teei/runtime/newest-first';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { WebhookEndpointStore } from '../../store/webhook-endpoint-store.ts';

export const webhookEndpoints: QueryResolvers['webhookEndpoints'] = (_, args, context) =>
  newestFirst(args, async () => new WebhookEndpointStore(await context.tx()));
