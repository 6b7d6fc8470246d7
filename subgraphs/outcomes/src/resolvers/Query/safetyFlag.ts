import { isId } from '@teei/runtime/id';
import type { QueryResolvers } from '../../generated/resolvers.ts';

export const safetyFlag: QueryResolvers['safetyFlag'] = (_, { id }, { loaders }) =>
  isId(id) ? loaders.safetyFlag.load(id) : null;
