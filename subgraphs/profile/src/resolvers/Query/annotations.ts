import type { QueryResolvers } from '../../generated/resolvers.ts';
import { AnnotationStore } from '../../store/annotation-store.ts';

export const annotations: QueryResolvers['annotations'] = async (_, __, context) =>
  new AnnotationStore(await context.tx()).list();
