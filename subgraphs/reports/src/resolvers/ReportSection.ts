import type { ReportSectionResolvers } from '../generated/resolvers.ts';

export const ReportSection: ReportSectionResolvers = {
  citations: async ({ id }, _, { loaders }) => [...(await loaders.citationsOf.load(id))],
};
