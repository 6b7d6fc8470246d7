import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedViewFragment } from '../generated/graphql.ts';
import { tellDone } from '../toasts/toasts.ts';
import { type Arrangement, readArrangement, standardArrangement } from './arrangement.ts';
import { useViewActs, viewToKeep } from './use-view-acts.ts';

/** The arrangement on the page: that of the view, what was made of it and not kept, or what is being made of it now. */
export function useArrangement(view: SavedViewFragment | null) {
  const { t } = useTranslation();
  const { keep } = useViewActs();
  const [draft, setDraft] = useState<Arrangement | null>(null);
  const [loose, setLoose] = useState<{ readonly of: string | null; readonly arrangement: Arrangement } | null>(null);
  const of = view?.id ?? null;
  const saved = view === null ? standardArrangement : readArrangement(view);
  const arrangement = draft ?? (loose?.of === of ? loose.arrangement : saved);
  const done = async () => {
    setDraft(null);
    if (draft === null) return;
    if (view?.isOwn !== true) {
      setLoose({ of, arrangement: draft });
      tellDone(t('views.notKept'), () => setLoose(null));
      return;
    }
    const before = { ...viewToKeep(view), isDefault: view.isDefault };
    setLoose(null);
    if (await keep({ ...before, ...draft })) tellDone(t('views.kept', { name: view.name }), () => void keep(before));
  };
  return {
    arrangement,
    arranging: draft !== null,
    begin: () => setDraft(arrangement),
    change: setDraft,
    cancel: () => setDraft(null),
    done,
  };
}
