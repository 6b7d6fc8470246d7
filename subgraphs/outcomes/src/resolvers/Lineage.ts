import { connectionOf, pageOf } from '@teei/runtime/connection';
import { formulaWords } from '../domain/formulas.ts';
import type { LineageResolvers } from '../generated/resolvers.ts';

/** The way back from a metric; its parent is the metric itself. */
export const Lineage: LineageResolvers = {
  formula: ({ name, grain, programmeId }) => formulaWords(name, grain, programmeId !== null),
  contributions: ({ contributions }) => contributions ?? [],
  evidence: async ({ id: metricId }, args, { loaders }) => {
    const page = pageOf(args, 'number', 'id');
    const rows = await loaders.evidenceOfMetric(page).load(metricId);
    const count = async (): Promise<number> => (await loaders.evidenceCountOfMetric.load(metricId))?.count ?? 0;
    return connectionOf(rows, page, ({ confidence, id }) => [confidence, id], count);
  },
  sessions: async ({ id: metricId }, args, { loaders }) => {
    const page = pageOf(args, 'instant', 'id');
    const rows = await loaders.sessionsOfMetric(page).load(metricId);
    const count = async (): Promise<number> => (await loaders.sessionCountOfMetric.load(metricId))?.count ?? 0;
    return connectionOf(rows, page, ({ startedAt, id }) => [startedAt.toISOString(), id], count);
  },
  activities: async ({ id: metricId }, args, { loaders }) => {
    const page = pageOf(args, 'instant', 'id');
    const rows = await loaders.activitiesOfMetric(page).load(metricId);
    const count = async (): Promise<number> => (await loaders.activityCountOfMetric.load(metricId))?.count ?? 0;
    return connectionOf(rows, page, ({ activityDate, id }) => [activityDate.toISOString(), id], count);
  },
};
