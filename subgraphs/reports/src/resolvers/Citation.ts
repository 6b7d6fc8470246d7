import type { CitationResolvers } from '../generated/resolvers.ts';

/** Metrics and evidence belong to outcomes; here they are only keys. */
export const Citation: CitationResolvers = {
  metric: ({ metricId }) => (metricId === null ? null : { id: metricId }),
  evidence: ({ evidenceId }) => (evidenceId === null ? null : { id: evidenceId }),
};
