import { useState } from 'react';
import { useSettled } from '../controls/use-settled.ts';
import type { SaveCompanyThemeMutation, ThemeEditorQuery } from '../generated/graphql.ts';
import { useCheckThemeQuery, useRemoveCompanyThemeMutation, useSaveCompanyThemeMutation } from '../generated/hooks.ts';
import type { Refusal } from '../states/refusal-note.tsx';
import { draftOf, inputOf, isColour, type ThemeDraft } from './theme-draft.ts';

export type EditedTheme = NonNullable<ThemeEditorQuery['company']>['theme'];

/** The draft, what the server says to its colours as they are chosen, and the ways to save it or to let it go. */
export function useThemeDraft(theme: EditedTheme, onStale: () => void) {
  const [draft, setDraft] = useState<ThemeDraft>(() => draftOf(theme));
  const [said, setSaid] = useState<Said>({ kind: 'nothing' });
  const asked = useSettled(draft);
  const { data, previousData } = useCheckThemeQuery({
    variables: { primary: asked.primary, secondary: asked.secondary },
    skip: !isColour(asked.primary) || !isColour(asked.secondary),
  });
  const [save, saving] = useSaveCompanyThemeMutation();
  const [remove, removing] = useRemoveCompanyThemeMutation();
  return {
    draft,
    said,
    check: (data ?? previousData)?.checkTheme ?? null,
    busy: saving.loading || removing.loading,
    error: saving.error ?? removing.error,
    change: (next: ThemeDraft) => {
      setDraft(next);
      setSaid({ kind: 'nothing' });
    },
    save: async () => {
      const answer = (await save({ variables: { input: inputOf(draft, theme?.revision ?? 0) } })).data
        ?.saveCompanyTheme;
      setSaid(answer ? saidBy(answer) : { kind: 'nothing' });
      if (answer?.__typename === 'Refused' && answer.code === 'THEME_CHANGED') onStale();
    },
    remove: async () => {
      await remove();
      setDraft(draftOf(null));
      setSaid({ kind: 'nothing' });
      onStale();
    },
  };
}

type Said =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'tooLow' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

function saidBy(answer: NonNullable<SaveCompanyThemeMutation['saveCompanyTheme']>): Said {
  if (answer.__typename === 'Refused') return { kind: 'refused', refusal: answer };
  return { kind: answer.__typename === 'ThemeContrastTooLow' ? 'tooLow' : 'saved' };
}
