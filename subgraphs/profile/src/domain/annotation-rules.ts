import { isId } from '@teei/runtime/id';
import { type Refused, refused } from '@teei/runtime/refusal';
import { isPeriodName } from './period-name.ts';

export interface AnnotationToPin {
  readonly id: string;
  readonly period: string;
  readonly programmeId: string | null;
  readonly text: string;
}

/** What is shown beside a company's charts at most. */
export const mostAnnotations = 500;

/** Why this cannot be pinned so; undefined when it can. */
export function refuseAnnotation(
  { id, period, programmeId, text }: AnnotationToPin,
  known: { readonly count: number; readonly isNew: boolean },
): Refused | undefined {
  if (!isPeriodName(period) || !isId(id) || (programmeId !== null && !isId(programmeId))) {
    return refused('ANNOTATION_PERIOD', 'This is no period.', 'Name a week, a month or a quarter.');
  }
  if (text.trim() === '' || text.length > 500)
    return refused('ANNOTATION_TEXT', 'A note has 1 to 500 characters.', 'Make it shorter, or write something.');
  if (known.isNew && known.count >= mostAnnotations)
    return refused('ANNOTATION_TOO_MANY', `There are ${mostAnnotations} notes already.`, 'Remove an old one.');
  return undefined;
}

export function annotationNotFound(): Refused {
  return refused('ANNOTATION_NOT_FOUND', 'There is no such note.', 'Look it up beside the chart.');
}
