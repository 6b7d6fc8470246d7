import { isId } from '@teei/runtime/id';
import type { QueryResolvers } from '../../generated/resolvers.ts';

export const auditEntry: QueryResolvers['auditEntry'] = (_, { id }, { loaders }) =>
  isId(id) ? loaders.auditEntry.load(id) : null;
