import { isId } from '@teei/runtime/id';
import type { QueryResolvers } from '../../generated/resolvers.ts';

export const delivery: QueryResolvers['delivery'] = (_, { id }, { loaders }) =>
  isId(id) ? loaders.delivery.load(id) : null;
