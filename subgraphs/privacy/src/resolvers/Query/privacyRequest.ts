import { isId } from '@teei/runtime/id';
import type { QueryResolvers } from '../../generated/resolvers.ts';

export const privacyRequest: QueryResolvers['privacyRequest'] = (_, { id }, { loaders }) =>
  isId(id) ? loaders.privacyRequest.load(id) : null;
