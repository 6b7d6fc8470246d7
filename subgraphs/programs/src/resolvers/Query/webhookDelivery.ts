import { isId } from '@teei/runtime/id';
import type { QueryResolvers } from '../../generated/resolvers.ts';

export const webhookDelivery: QueryResolvers['webhookDelivery'] = (_, { id }, { loaders }) =>
  isId(id) ? loaders.webhookDelivery.load(id) : null;
