import type { QueryResolvers } from '../../generated/resolvers.ts';
import { partnerOperationsOf } from '../partner-operations-of.ts';

export const platformOperations: QueryResolvers['platformOperations'] = (_, __, context) => [
  ...partnerOperationsOf(context).ofPlatform(),
];
