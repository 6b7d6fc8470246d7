import type { QueryResolvers } from '../../generated/resolvers.ts';
import { shownRegistry } from '../shown-registry.ts';

export const modelRegistry: QueryResolvers['modelRegistry'] = async (_, __, context) =>
  shownRegistry(await context.models());
