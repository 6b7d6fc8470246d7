import type { AnnotationResolvers } from '../generated/resolvers.ts';
import { memberOfActor } from './member-of-actor.ts';

export const Annotation: AnnotationResolvers = {
  pinnedBy: ({ pinnedBy }, _, context) => memberOfActor(pinnedBy, context),
};
