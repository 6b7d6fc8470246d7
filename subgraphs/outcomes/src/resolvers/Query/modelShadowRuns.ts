import type { QueryResolvers } from '../../generated/resolvers.ts';
import { ShadowStore } from '../../store/shadow-store.ts';

export const modelShadowRuns: QueryResolvers['modelShadowRuns'] = async (_, __, context) =>
  new ShadowStore(await context.tx()).pairs();
