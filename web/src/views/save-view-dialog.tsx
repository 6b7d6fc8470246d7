import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { ModalDialog } from '../controls/modal-dialog.tsx';
import { TextField } from '../controls/text-field.tsx';
import type { DashboardSearch } from '../dashboard/dashboard-search.ts';
import { useHasScope } from '../frame/viewer-context.ts';
import type { SavedViewFragment } from '../generated/graphql.ts';
import { newUuid } from '../graph/new-uuid.ts';
import { companyRoles } from '../members/roles.ts';
import type { Arrangement } from './arrangement.ts';
import { useViewActs, viewToKeep } from './use-view-acts.ts';

/** A name, and the roles that see it too. A new view holds what is on the page; one that there is keeps what it holds. */
export function SaveViewDialog({ view, arrangement, search, onSaved, onClose }: SaveViewDialogProps) {
  const { t } = useTranslation();
  const mayShare = useHasScope('views:share') === true;
  const { keep } = useViewActs();
  const [missing, setMissing] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const name = String(form.get('name') ?? '').trim();
    setMissing(name === '');
    if (name === '') return;
    const sharedWith = companyRoles.filter((role) => form.getAll('role').includes(role));
    const held = view && { ...viewToKeep(view), isDefault: view.isDefault };
    const { period, programme: programmeId } = search;
    const toKeep = { ...(held ?? { ...arrangement, id: newUuid(), period, programmeId }), name, sharedWith };
    onClose();
    if ((await keep(toKeep)) && view === null)
      onSaved({ ...shownAs, ...toKeep, tiles: [...toKeep.tiles], hidden: [...toKeep.hidden] });
  };
  return (
    <ModalDialog title={t(view === null ? 'views.saveTitle' : 'views.renameTitle')} onClose={onClose}>
      <form onSubmit={submit} className="grid gap-4" noValidate>
        <TextField
          label={t('views.name')}
          name="name"
          maxLength={80}
          defaultValue={view?.name ?? ''}
          {...(missing ? { error: t('views.nameMissing') } : {})}
        />
        {mayShare && (
          <fieldset className="grid gap-1.5">
            <legend className="text-13 font-medium text-ink">{t('views.sharedWith')}</legend>
            {companyRoles.map((role) => (
              <label key={role} className="flex min-h-6 items-center gap-2 text-14 text-ink">
                <input
                  type="checkbox"
                  name="role"
                  value={role}
                  defaultChecked={view?.sharedWith.includes(role) ?? false}
                  className="size-4 accent-(--accent-4)"
                />
                {t(`role.${role}`)}
              </label>
            ))}
            <p className="text-12 text-muted">{t('views.sharingNote')}</p>
          </fieldset>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look="primary">
            {t('views.save')}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
}

const shownAs = { __typename: 'DashboardView', isOwn: true, isDefault: false, changedAt: '' } as const;

interface SaveViewDialogProps {
  /** Null for a new one. */
  readonly view: SavedViewFragment | null;
  readonly arrangement: Arrangement;
  readonly search: DashboardSearch;
  readonly onSaved: (view: SavedViewFragment) => void;
  readonly onClose: () => void;
}
