import { isId } from '@teei/runtime/id';
import type { QueryResolvers } from '../../generated/resolvers.ts';

export const metric: QueryResolvers['metric'] = (_, { id }, { loaders }) => (isId(id) ? loaders.metric.load(id) : null);
