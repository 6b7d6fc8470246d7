import { isId } from '@teei/runtime/id';
import type { QueryResolvers } from '../../generated/resolvers.ts';

export const reviewItem: QueryResolvers['reviewItem'] = (_, { id }, { loaders }) =>
  isId(id) ? loaders.reviewItem.load(id) : null;
