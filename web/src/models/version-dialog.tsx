import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { ModalDialog } from '../controls/modal-dialog.tsx';
import { SelectField } from '../controls/select-field.tsx';
import { TextField } from '../controls/text-field.tsx';
import type { OutcomeDimension } from '../generated/graphql.ts';
import { useCreateModelVersionMutation } from '../generated/hooks.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';
import { readThresholds, unread } from './read-thresholds.ts';
import { useThresholdProblems } from './use-threshold-problems.ts';

/** A version of the company's own: a name and a threshold for every dimension. It scores nothing until it is activated. */
export function VersionDialog({ like, onChanged, onClose }: VersionDialogProps) {
  const { t } = useTranslation();
  const [create, { loading, error }] = useCreateModelVersionMutation();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { problemOf, setMissing, setProblems } = useThresholdProblems();
  const dimensions = like.map(({ dimension }) => dimension);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const thresholds = readThresholds(form, dimensions);
    const given = new Set(thresholds.map(({ dimension }) => dimension));
    const missing = new Set([...dimensions.filter((each) => !given.has(each)), ...unread(thresholds)]);
    setRefusal(null);
    setProblems([]);
    setMissing(missing);
    if (missing.size > 0) return;
    const promotion = text('promotion') === 'AUTOMATIC' ? ('AUTOMATIC' as const) : ('MANUAL' as const);
    const input = { version: text('version'), thresholds, note: text('note') || null, promotion };
    const { data } = await create({ variables: { input } });
    const answer = data?.createModelVersion;
    if (answer?.__typename === 'Refused') setRefusal(answer);
    if (answer?.__typename === 'ThresholdsOutOfBounds') setProblems(answer.problems);
    if (answer?.__typename === 'ModelVersionCreated') {
      onChanged();
      onClose();
    }
  };
  return (
    <ModalDialog title={t('models.newVersion')} onClose={onClose}>
      <form className="grid gap-4" noValidate onSubmit={(event) => void submit(event)}>
        {refusal !== null && <RefusalNote refusal={refusal} />}
        {error !== undefined && <FailureNote error={error} />}
        <TextField name="version" label={t('models.name')} help={t('models.nameHelp')} maxLength={60} />
        <div className="grid gap-4 sm:grid-cols-2">
          {like.map(({ dimension, threshold }) => (
            <TextField
              key={dimension}
              name={dimension}
              label={t(`dimension.${dimension}`)}
              inputMode="decimal"
              defaultValue={threshold}
              error={problemOf(dimension)}
            />
          ))}
        </div>
        <TextField name="note" label={t('models.note')} maxLength={500} />
        <SelectField name="promotion" label={t('models.trial.promotion')} defaultValue="MANUAL">
          {(['MANUAL', 'AUTOMATIC'] as const).map((each) => (
            <option key={each} value={each}>
              {t(`models.trial.${each}`)}
            </option>
          ))}
        </SelectField>
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look="primary" busy={loading}>
            {t('models.create')}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
}

interface VersionDialogProps {
  /** The thresholds to start from. */
  readonly like: readonly { readonly dimension: OutcomeDimension; readonly threshold: number }[];
  readonly onChanged: () => void;
  readonly onClose: () => void;
}
