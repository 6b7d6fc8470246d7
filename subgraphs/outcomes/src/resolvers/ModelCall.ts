import type { ModelCallResolvers } from '../generated/resolvers.ts';
import { dollars } from './shown-budget.ts';

export const ModelCall: ModelCallResolvers = { cost: ({ costMicros }) => dollars(costMicros) };
