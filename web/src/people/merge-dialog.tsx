import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { ModalDialog } from '../controls/modal-dialog.tsx';
import { TextField } from '../controls/text-field.tsx';
import type { ParticipantPageQuery } from '../generated/graphql.ts';
import { useMergeCandidatesQuery, useMergeParticipantsMutation } from '../generated/hooks.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';
import { personName } from './person-name.ts';

/** First who the duplicate is, then which of the two is kept. Nothing is lost by it: the merge can be undone. */
export function MergeDialog({ person, onMerged, onClose }: MergeDialogProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [otherId, setOtherId] = useState<string | null>(null);
  const [keep, setKeep] = useState<'this' | 'other'>('this');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [merge, { loading, error }] = useMergeParticipantsMutation();
  const found = useMergeCandidatesQuery({ variables: { search }, skip: search.trim().length < 2 });
  const candidates = (found.data?.participants?.nodes ?? []).filter(({ id }) => id !== person.id);
  const other = candidates.find(({ id }) => id === otherId);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!other) return;
    setRefusal(null);
    const [keepId, mergedId] = keep === 'this' ? [person.id, other.id] : [other.id, person.id];
    const { data } = await merge({ variables: { input: { keepId, mergedId } } });
    if (data?.mergeParticipants?.__typename === 'Refused') setRefusal(data.mergeParticipants);
    if (data?.mergeParticipants?.__typename === 'ParticipantsMerged') onMerged(keepId);
  };

  return (
    <ModalDialog title={t('merge.action')} onClose={onClose}>
      <form onSubmit={submit} noValidate className="grid gap-5">
        {refusal !== null && <RefusalNote refusal={refusal} />}
        {(error ?? found.error) !== undefined && <FailureNote error={error ?? found.error} />}
        <TextField
          label={t('merge.search')}
          help={t('merge.searchHelp')}
          type="search"
          autoComplete="off"
          autoFocus
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        {candidates.length > 0 && (
          <fieldset className="grid gap-1">
            <legend className="mb-1 text-13 font-medium text-ink">{t('merge.duplicate')}</legend>
            {candidates.map((each) => (
              <Choice key={each.id} name="other" checked={each.id === otherId} onChoose={() => setOtherId(each.id)}>
                {personName(each)}
                {each.displayName !== null && <span className="text-12 text-muted">{each.email}</span>}
              </Choice>
            ))}
          </fieldset>
        )}
        {search.trim().length >= 2 && !found.loading && candidates.length === 0 && (
          <p role="status" className="text-13 text-muted">
            {t('merge.nobody')}
          </p>
        )}
        {other && (
          <fieldset className="grid gap-1">
            <legend className="mb-1 text-13 font-medium text-ink">{t('merge.keep')}</legend>
            <Choice name="keep" checked={keep === 'this'} onChoose={() => setKeep('this')}>
              {personName(person)}
            </Choice>
            <Choice name="keep" checked={keep === 'other'} onChoose={() => setKeep('other')}>
              {personName(other)}
            </Choice>
          </fieldset>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look="primary" busy={loading} disabled={!other}>
            {t('merge.submit')}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
}

function Choice({ name, checked, onChoose, children }: ChoiceProps) {
  return (
    <label className="flex min-h-8 items-start gap-2.5 rounded-base px-1 py-1 text-14 hover:bg-sunken">
      <input type="radio" name={name} checked={checked} onChange={onChoose} className="mt-0.5 size-4 accent-accent" />
      <span className="grid min-w-0 break-words">{children}</span>
    </label>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
  readonly children: React.ReactNode;
}

interface MergeDialogProps {
  readonly person: NonNullable<ParticipantPageQuery['participant']>;
  readonly onMerged: (keptId: string) => void;
  readonly onClose: () => void;
}
