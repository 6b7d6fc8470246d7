import { isId } from '@teei/runtime/id';
import type { QueryResolvers } from '../../generated/resolvers.ts';

export const session: QueryResolvers['session'] = (_, { id }, { loaders }) =>
  isId(id) ? loaders.session.load(id) : null;
