import { isId } from '@teei/runtime/id';
import type { QueryResolvers } from '../../generated/resolvers.ts';

export const providerConnection: QueryResolvers['providerConnection'] = (_, { id }, { loaders }) =>
  isId(id) ? loaders.providerLink.load(id) : null;
