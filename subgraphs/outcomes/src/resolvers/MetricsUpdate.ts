import type { MetricsUpdateResolvers } from '../generated/resolvers.ts';

export const MetricsUpdate: MetricsUpdateResolvers = {
  metrics: async ({ metricIds }, _, { loaders }) =>
    (await Promise.all(metricIds.map((id) => loaders.metric.load(id)))).filter((metric) => metric !== null),
};
