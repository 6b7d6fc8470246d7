import type { QueryResolvers } from '../../generated/resolvers.ts';

/** Services are no viewers that the graph knows: they act for a company and ask nothing about themselves. */
export const viewer: QueryResolvers['viewer'] = (_, __, { tenant }) => (tenant.kind === 'service' ? null : tenant);
