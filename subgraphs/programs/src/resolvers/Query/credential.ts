import { isId } from '@teei/runtime/id';
import type { QueryResolvers } from '../../generated/resolvers.ts';

export const credential: QueryResolvers['credential'] = (_, { id }, { loaders }) =>
  isId(id) ? loaders.credential.load(id) : null;
