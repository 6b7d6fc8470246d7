import type { PersonMergeResolvers } from '../generated/resolvers.ts';
import { memberOfActor } from './member-of-actor.ts';

export const PersonMerge: PersonMergeResolvers = {
  mergedBy: ({ mergedBy }, _, context) => memberOfActor(mergedBy, context),
  unmergedBy: ({ unmergedBy }, _, context) => memberOfActor(unmergedBy, context),
};
