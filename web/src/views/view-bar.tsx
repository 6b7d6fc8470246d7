import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { SelectField } from '../controls/select-field.tsx';
import type { DashboardSearch } from '../dashboard/dashboard-search.ts';
import type { SavedViewFragment } from '../generated/graphql.ts';
import type { Arrangement } from './arrangement.ts';
import { useViewActs, viewToKeep } from './use-view-acts.ts';

/** Which view is shown, and what can be done with it. */
export function ViewBar({ views, chosen, arrangement, search, arranging, onChoose, onArrange }: ViewBarProps) {
  const { t } = useTranslation();
  const acts = useViewActs();
  const [naming, setNaming] = useState<'new' | 'chosen' | null>(null);
  const own = chosen?.isOwn === true ? chosen : null;
  const isMoved = chosen !== null && (chosen.period !== search.period || chosen.programmeId !== search.programme);
  return (
    <>
      <SelectField
        label={t('views.view')}
        value={chosen?.id ?? ''}
        onChange={({ target }) => onChoose(views.find(({ id }) => id === target.value) ?? null)}
        className="min-w-44"
      >
        <option value="">{t('views.all')}</option>
        {views.map(({ id, name, isOwn, isDefault }) => (
          <option key={id} value={id}>
            {[name, isDefault && t('views.beginning'), !isOwn && t('views.shared')].filter(Boolean).join(' · ')}
          </option>
        ))}
      </SelectField>
      <div className="flex flex-wrap items-center gap-1">
        <Button icon="arrange" aria-pressed={arranging} onClick={onArrange}>
          {t('views.arrange')}
        </Button>
        {own !== null && isMoved && (
          <Button
            onClick={() =>
              void acts.keep({
                ...viewToKeep(own),
                ...{ period: search.period, programmeId: search.programme, isDefault: own.isDefault },
              })
            }
          >
            {t('views.keepFilters')}
          </Button>
        )}
        <Button look="quiet" onClick={() => setNaming('new')}>
          {t('views.saveAs')}
        </Button>
        {chosen !== null && (
          <Button look="quiet" onClick={() => void acts.begin(chosen.isDefault ? null : chosen.id)}>
            {t(chosen.isDefault ? 'views.beginWithAll' : 'views.begin')}
          </Button>
        )}
        {own !== null && (
          <>
            <Button look="quiet" onClick={() => setNaming('chosen')}>
              {t('views.rename')}
            </Button>
            <Button
              look="quiet"
              onClick={() => {
                onChoose(null);
                void acts.forget(own);
              }}
            >
              {t('views.delete')}
            </Button>
          </>
        )}
      </div>
      {naming !== null && (
        <Suspense fallback={null}>
          <SaveViewDialog
            view={naming === 'chosen' ? own : null}
            arrangement={arrangement}
            search={search}
            onSaved={onChoose}
            onClose={() => setNaming(null)}
          />
        </Suspense>
      )}
    </>
  );
}

const SaveViewDialog = lazy(() =>
  import('./save-view-dialog.tsx').then((module) => ({ default: module.SaveViewDialog })),
);

interface ViewBarProps {
  readonly views: readonly SavedViewFragment[];
  readonly chosen: SavedViewFragment | null;
  readonly arrangement: Arrangement;
  readonly search: DashboardSearch;
  readonly arranging: boolean;
  readonly onChoose: (view: SavedViewFragment | null) => void;
  readonly onArrange: () => void;
}
