import type { ImportProgressResolvers } from '../generated/resolvers.ts';

export const ImportProgress: ImportProgressResolvers = {
  import: async ({ importId }, _, { loaders }) => {
    const found = await loaders.import.load(importId);
    if (found === null) throw new Error('an import that made progress is gone');
    return found;
  },
};
