import { connectionOf, pageOf } from '@teei/runtime/connection';
import { formulas } from '../domain/formulas.ts';
import type { LineageResolvers } from '../generated/resolvers.ts';
import { MetricStore } from '../store/metric-store.ts';

/** The way back from a metric; its parent is the metric itself. */
export const Lineage: LineageResolvers = {
  formula: ({ name }) => formulas[name].words,
  evidence: async (metric, args, context) => {
    const page = pageOf(args, 'number', 'id');
    const store = new MetricStore(await context.tx());
    const rows = metric.dimension === null ? [] : await store.evidence(metric, page);
    const count = async (): Promise<number> => (metric.dimension === null ? 0 : store.countEvidence(metric));
    return connectionOf(rows, page, ({ confidence, id }) => [confidence, id], count);
  },
  sessions: async (metric, args, context) => {
    const page = pageOf(args, 'instant', 'id');
    const store = new MetricStore(await context.tx());
    const rows = await store.sessions(metric, page);
    return connectionOf(
      rows,
      page,
      ({ startedAt, id }) => [startedAt.toISOString(), id],
      () => store.countSessions(metric),
    );
  },
};
