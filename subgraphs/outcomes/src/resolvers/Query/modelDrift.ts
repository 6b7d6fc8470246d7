import type { QueryResolvers } from '../../generated/resolvers.ts';
import { ModelDriftStore } from '../../store/model-drift-store.ts';
import { shownDrift } from '../shown-drift.ts';

export const modelDrift: QueryResolvers['modelDrift'] = async (_, __, context) =>
  shownDrift(await new ModelDriftStore(await context.tx()).newest());
