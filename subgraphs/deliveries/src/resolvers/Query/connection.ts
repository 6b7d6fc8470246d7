import { isId } from '@teei/runtime/id';
import type { QueryResolvers } from '../../generated/resolvers.ts';

export const connection: QueryResolvers['connection'] = (_, { id }, { loaders }) =>
  isId(id) ? loaders.connection.load(id) : null;
