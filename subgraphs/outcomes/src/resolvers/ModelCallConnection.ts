import type { ModelCallConnectionResolvers } from '../generated/resolvers.ts';
import { ModelCallStore } from '../store/model-call-store.ts';
import { dollars } from './shown-budget.ts';

export const ModelCallConnection: ModelCallConnectionResolvers = {
  sums: async ({ filter }, _, context) => {
    const sums = await new ModelCallStore(await context.tx()).sums(filter);
    return sums.map(({ costMicros, ...sum }) => ({ ...sum, cost: dollars(costMicros) }));
  },
};
