import { isId } from '@teei/runtime/id';
import { annotationNotFound } from '../../domain/annotation-rules.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { AnnotationStore } from '../../store/annotation-store.ts';
import { audit } from '../tell-audited.ts';

export const removeAnnotation: MutationResolvers['removeAnnotation'] = async (_, { id }, context) => {
  if (!isId(id) || !(await new AnnotationStore(await context.tx()).remove(id))) return annotationNotFound();
  await audit(context, { id, action: 'annotation.removed', detail: {} });
  return { __typename: 'AnnotationRemoved', annotationId: id };
};
