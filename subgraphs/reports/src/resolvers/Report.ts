import type { ReportResolvers } from '../generated/resolvers.ts';
import { reference } from './reference.ts';

export const Report: ReportResolvers = {
  __resolveReference: reference('report'),
  sections: async ({ id }, _, { loaders }) => [...(await loaders.sectionsOf.load(id))],
  author: ({ authorId }) => (authorId === null ? null : { id: authorId }),
};
