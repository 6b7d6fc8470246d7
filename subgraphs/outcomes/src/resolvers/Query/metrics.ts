import type { QueryResolvers } from '../../generated/resolvers.ts';
import { MetricStore } from '../../store/metric-store.ts';

export const metrics: QueryResolvers['metrics'] = async (_, filter, context) =>
  new MetricStore(await context.tx()).list(filter);
