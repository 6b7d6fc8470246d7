import type { ApolloCache } from '@apollo/client';
import { useTranslation } from 'react-i18next';
import { AnnotationsDocument, type PinnedNoteFragment } from '../generated/graphql.ts';
import { useAnnotationsQuery, usePinAnnotationMutation, useRemoveAnnotationMutation } from '../generated/hooks.ts';
import { tellDone, tellFailed } from '../toasts/toasts.ts';

export interface NoteToPin {
  readonly id: string;
  readonly period: string;
  readonly programmeId: string | null;
  readonly text: string;
}

/** Notes of the periods that are shown, and what can be done with them: at once, and back where the server says no. */
export function useNotes(periods: readonly string[], programmeId: string | null) {
  const { t } = useTranslation();
  const { data } = useAnnotationsQuery({ fetchPolicy: 'cache-and-network' });
  const [pin] = usePinAnnotationMutation();
  const [remove] = useRemoveAnnotationMutation();
  // A note about the whole company is about each programme too.
  const notes = (data?.annotations ?? []).filter(
    (note) => periods.includes(note.period) && (note.programmeId === null || note.programmeId === programmeId),
  );

  const keep = async ({ id, period, programmeId: of, text }: NoteToPin): Promise<boolean> => {
    const note = { __typename: 'Annotation' as const, id, period, programmeId: of, text, changedAt: null };
    const answer = await pin({
      variables: { input: { id, period, programmeId: of, text } },
      optimisticResponse: {
        __typename: 'Mutation',
        pinAnnotation: {
          __typename: 'AnnotationPinned',
          annotation: { ...note, pinnedAt: new Date().toISOString() },
        },
      },
      update: (cache, { data: made }) => {
        const pinned = made?.pinAnnotation;
        if (pinned?.__typename !== 'AnnotationPinned') return;
        changeNotes(cache, (known) => [...known.filter((each) => each.id !== id), pinned.annotation]);
      },
    }).catch(() => null);
    const payload = answer?.data?.pinAnnotation;
    if (payload?.__typename === 'AnnotationPinned') return true;
    tellFailed(payload?.__typename === 'Refused' ? payload.message : t('toasts.failed'));
    return false;
  };

  const forget = async (note: PinnedNoteFragment): Promise<void> => {
    const { id } = note;
    const answer = await remove({
      variables: { id },
      optimisticResponse: {
        __typename: 'Mutation',
        removeAnnotation: { __typename: 'AnnotationRemoved', annotationId: id },
      },
      update: (cache, { data: made }) => {
        if (made?.removeAnnotation?.__typename !== 'AnnotationRemoved') return;
        changeNotes(cache, (known) => known.filter((each) => each.id !== id));
      },
    }).catch(() => null);
    const payload = answer?.data?.removeAnnotation;
    if (payload?.__typename === 'AnnotationRemoved') tellDone(t('notes.removed'), () => void keep(note));
    else tellFailed(payload?.__typename === 'Refused' ? payload.message : t('toasts.failed'));
  };

  return { notes, keep, forget };
}

function changeNotes(
  cache: ApolloCache,
  change: (notes: readonly PinnedNoteFragment[]) => readonly PinnedNoteFragment[],
): void {
  cache.updateQuery({ query: AnnotationsDocument }, (known) =>
    known?.annotations ? { ...known, annotations: [...change(known.annotations)] } : undefined,
  );
}
