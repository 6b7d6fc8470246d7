import { isId } from '@teei/runtime/id';
import type { QueryResolvers } from '../../generated/resolvers.ts';

export const volunteer: QueryResolvers['volunteer'] = (_, { id }, { loaders }) =>
  isId(id) ? loaders.volunteer.load(id) : null;
