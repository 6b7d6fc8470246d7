import { isId } from '@teei/runtime/id';
import type { QueryResolvers } from '../../generated/resolvers.ts';

export const report: QueryResolvers['report'] = (_, { id }, { loaders }) => (isId(id) ? loaders.report.load(id) : null);
