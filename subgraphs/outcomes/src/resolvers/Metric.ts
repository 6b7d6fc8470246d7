import { formulas } from '../domain/formulas.ts';
import type { MetricResolvers } from '../generated/resolvers.ts';
import { reference } from './reference.ts';

export const Metric: MetricResolvers = {
  __resolveReference: reference('metric'),
  unit: ({ name }) => formulas[name].unit,
  lineage: (metric) => metric,
};
