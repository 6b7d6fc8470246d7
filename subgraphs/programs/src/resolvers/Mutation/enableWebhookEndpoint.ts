import type { MutationResolvers } from '../../generated/resolvers.ts';
import { switchEndpoint } from '../webhook-endpoint-changes.ts';

export const enableWebhookEndpoint: MutationResolvers['enableWebhookEndpoint'] = (_, { id }, context) =>
  switchEndpoint(context, id, false);
