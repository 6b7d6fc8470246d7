import type { QueryResolvers } from '../../generated/resolvers.ts';

export const modelRegistry: QueryResolvers['modelRegistry'] = (_, __, context) => context.models();
