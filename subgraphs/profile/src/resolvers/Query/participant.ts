import { isId } from '@teei/runtime/id';
import type { QueryResolvers } from '../../generated/resolvers.ts';

export const participant: QueryResolvers['participant'] = (_, { id }, { loaders }) =>
  isId(id) ? loaders.participant.load(id) : null;
