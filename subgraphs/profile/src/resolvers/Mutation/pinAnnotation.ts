import { actorOf } from '@teei/runtime/viewer';
import { refuseAnnotation } from '../../domain/annotation-rules.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { AnnotationStore } from '../../store/annotation-store.ts';
import { audit } from '../tell-audited.ts';

export const pinAnnotation: MutationResolvers['pinAnnotation'] = async (_, { input }, context) => {
  const store = new AnnotationStore(await context.tx());
  const toPin = { ...input, programmeId: input.programmeId ?? null };
  const known = await store.list();
  const isNew = !known.some(({ id }) => id === input.id);
  const refusal = refuseAnnotation(toPin, { count: known.length, isNew });
  if (refusal) return refusal;
  const annotation = await store.pin(toPin, actorOf(context.viewer));
  const { id, period, programmeId } = annotation;
  const action = isNew ? 'annotation.pinned' : 'annotation.changed';
  await audit(context, { id, action, detail: { period, programmeId } });
  return { __typename: 'AnnotationPinned', annotation };
};
