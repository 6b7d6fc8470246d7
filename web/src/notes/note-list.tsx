import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { SelectField } from '../controls/select-field.tsx';
import { TextField } from '../controls/text-field.tsx';
import { periodTitle } from '../dashboard/period-words.ts';
import { useHasScope } from '../frame/viewer-context.ts';
import { newUuid } from '../graph/new-uuid.ts';
import { useFormat } from '../language/use-format.ts';
import { useNotes } from './use-notes.ts';

/** What somebody pinned to the periods of the chart above, newest period first; whoever may pins, changes and removes here. */
export function NoteList({ periods, programmeId }: NoteListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const mayPin = useHasScope('annotations:write') === true;
  const { notes, keep, forget } = useNotes(periods, programmeId);
  const [editing, setEditing] = useState<string | null>(null);
  const edited = notes.find(({ id }) => id === editing);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [period, text] = [String(form.get('period')), String(form.get('text') ?? '').trim()];
    if (text === '') return;
    setEditing(null);
    await keep({ id: edited?.id ?? newUuid(), period, programmeId: edited?.programmeId ?? programmeId, text });
  };
  if (notes.length === 0 && !mayPin) return null;
  return (
    <section aria-label={t('notes.title')} className="grid gap-3 border-t border-line pt-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-14 font-strong">{t('notes.title')}</h3>
        {mayPin && editing === null && (
          <Button look="quiet" onClick={() => setEditing('new')} className="print:hidden">
            {t('notes.pin')}
          </Button>
        )}
      </div>
      {notes.length > 0 && (
        <ul className="grid gap-2">
          {notes
            .toSorted((one, other) => other.period.localeCompare(one.period))
            .map((note) => (
              <li key={note.id} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-14">
                <span className="text-13 text-muted">{periodTitle(t, format, note.period)}</span>
                <span className="min-w-0 flex-1 break-words text-ink">{note.text}</span>
                {mayPin && (
                  <span className="flex gap-1 print:hidden">
                    <Button
                      look="quiet"
                      aria-label={t('notes.change', { text: note.text })}
                      onClick={() => setEditing(note.id)}
                    >
                      {t('notes.changeShort')}
                    </Button>
                    <Button
                      look="quiet"
                      aria-label={t('notes.remove', { text: note.text })}
                      onClick={() => void forget(note)}
                    >
                      {t('notes.removeShort')}
                    </Button>
                  </span>
                )}
              </li>
            ))}
        </ul>
      )}
      {editing !== null && (
        <form
          key={editing}
          onSubmit={submit}
          className="grid items-end gap-3 sm:grid-cols-[14rem_1fr_auto] print:hidden"
        >
          <SelectField label={t('trends.period')} name="period" defaultValue={edited?.period ?? periods.at(-1)}>
            {periods.toReversed().map((period) => (
              <option key={period} value={period}>
                {periodTitle(t, format, period)}
              </option>
            ))}
          </SelectField>
          <TextField label={t('notes.text')} name="text" maxLength={500} required defaultValue={edited?.text ?? ''} />
          <span className="flex gap-2">
            <Button onClick={() => setEditing(null)}>{t('cancel')}</Button>
            <Button type="submit" look="primary">
              {t('notes.save')}
            </Button>
          </span>
        </form>
      )}
    </section>
  );
}

interface NoteListProps {
  /** Oldest first. */
  readonly periods: readonly string[];
  readonly programmeId: string | null;
}
