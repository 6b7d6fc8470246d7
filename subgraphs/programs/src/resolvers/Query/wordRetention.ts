import type { QueryResolvers } from '../../generated/resolvers.ts';

export const wordRetention: QueryResolvers['wordRetention'] = (_, __, context) => context.wordRetention();
