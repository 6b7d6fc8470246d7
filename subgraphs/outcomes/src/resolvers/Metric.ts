import { formulas } from '../domain/formulas.ts';
import { periodName } from '../domain/period-name.ts';
import type { MetricResolvers } from '../generated/resolvers.ts';
import { reference } from './reference.ts';

export const Metric: MetricResolvers = {
  __resolveReference: reference('metric'),
  unit: ({ name }) => formulas[name].unit,
  programme: ({ programmeId }) => (programmeId === null ? null : { id: programmeId }),
  period: ({ grain, firstDay, from, to }) => (grain === 'PERIOD' ? `${from}/${to}` : periodName(grain, firstDay)),
  restatement: ({ id }, _, { loaders }) => loaders.restatement.load(id),
  history: async ({ id }, _, { loaders }) => [...(await loaders.metricHistory.load(id))],
  lineage: (metric) => metric,
};
