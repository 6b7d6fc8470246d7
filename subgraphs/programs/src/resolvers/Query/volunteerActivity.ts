import { isId } from '@teei/runtime/id';
import type { QueryResolvers } from '../../generated/resolvers.ts';

export const volunteerActivity: QueryResolvers['volunteerActivity'] = (_, { id }, { loaders }) =>
  isId(id) ? loaders.volunteerActivity.load(id) : null;
