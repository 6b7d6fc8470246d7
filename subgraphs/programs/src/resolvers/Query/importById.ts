import { isId } from '@teei/runtime/id';
import type { QueryResolvers } from '../../generated/resolvers.ts';

export const importById: QueryResolvers['import'] = (_, { id }, { loaders }) =>
  isId(id) ? loaders.import.load(id) : null;
