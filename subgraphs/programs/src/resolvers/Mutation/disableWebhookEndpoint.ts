import type { MutationResolvers } from '../../generated/resolvers.ts';
import { switchEndpoint } from '../webhook-endpoint-changes.ts';

export const disableWebhookEndpoint: MutationResolvers['disableWebhookEndpoint'] = (_, { id }, context) =>
  switchEndpoint(context, id, true);
