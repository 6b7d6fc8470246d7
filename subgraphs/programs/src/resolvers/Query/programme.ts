import { isId } from '@teei/runtime/id';
import type { QueryResolvers } from '../../generated/resolvers.ts';

export const programme: QueryResolvers['programme'] = (_, { id }, { loaders }) =>
  isId(id) ? loaders.programme.load(id) : null;
