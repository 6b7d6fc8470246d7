import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { DataTable } from '../controls/data-table.tsx';
import { ModalDialog } from '../controls/modal-dialog.tsx';
import { SelectField } from '../controls/select-field.tsx';
import { TextField } from '../controls/text-field.tsx';
import type { ProposeModelVersionMutation } from '../generated/graphql.ts';
import { useProposeModelVersionMutation } from '../generated/hooks.ts';
import { useFormat } from '../language/use-format.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';

type Proposed = Extract<
  NonNullable<ProposeModelVersionMutation['proposeModelVersion']>,
  { __typename: 'ModelVersionProposed' }
>;

const precisions = [0.7, 0.8, 0.9, 0.95];

/** A draft with thresholds that are tuned by what reviewers settled on, and what they reach. */
export function TuningDialog({ onChanged, onClose }: TuningDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [precision, setPrecision] = useState(0.8);
  const [propose, { loading, error }] = useProposeModelVersionMutation();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [proposed, setProposed] = useState<Proposed | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const version = String(new FormData(event.currentTarget).get('version') ?? '').trim();
    setRefusal(null);
    const { data } = await propose({ variables: { input: { version, precision } } });
    const answer = data?.proposeModelVersion;
    if (answer?.__typename === 'Refused') setRefusal(answer);
    if (answer?.__typename === 'ModelVersionProposed') {
      setProposed(answer);
      onChanged();
    }
  };
  if (proposed !== null) return <Outcome proposed={proposed} onClose={onClose} />;
  return (
    <ModalDialog title={t('models.tune')} onClose={onClose}>
      <form className="grid gap-4" noValidate onSubmit={(event) => void submit(event)}>
        {refusal !== null && <RefusalNote refusal={refusal} />}
        {error !== undefined && <FailureNote error={error} />}
        <p className="text-14 text-soft">{t('models.tuneNote')}</p>
        <TextField name="version" label={t('models.name')} help={t('models.nameHelp')} maxLength={60} />
        <SelectField
          label={t('models.precision')}
          value={String(precision)}
          onChange={(event) => setPrecision(Number(event.target.value))}
        >
          {precisions.map((each) => (
            <option key={each} value={each}>
              {format.percent(each)}
            </option>
          ))}
        </SelectField>
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look="primary" busy={loading}>
            {t('models.propose')}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
}

function Outcome({ proposed, onClose }: { proposed: Proposed; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const written = (value: number | undefined) => (value === undefined ? '–' : format.level(value));
  return (
    <ModalDialog title={t('models.proposed', { version: proposed.version })} onClose={onClose}>
      <DataTable
        name={t('models.thresholds')}
        rows={proposed.thresholds}
        keyOf={({ dimension }) => dimension}
        columns={[
          {
            key: 'dimension',
            title: t('models.label'),
            namesRow: true,
            cell: ({ dimension }) => t(`dimension.${dimension}`),
          },
          {
            key: 'threshold',
            title: t('models.threshold'),
            side: 'right',
            cell: ({ before, threshold, outcome }) =>
              outcome === 'TUNED'
                ? `${format.level(before)} → ${format.level(threshold)}`
                : t(`models.tuning.${outcome}`, { threshold: format.level(threshold) }),
          },
          {
            key: 'precision',
            title: t('models.measure.PRECISION'),
            side: 'right',
            cell: ({ chosen }) => written(chosen?.precision),
          },
          {
            key: 'recall',
            title: t('models.measure.RECALL'),
            side: 'right',
            cell: ({ chosen }) => written(chosen?.recall),
          },
          { key: 'labels', title: t('models.reviewed'), side: 'right', cell: ({ labels }) => format.whole(labels) },
        ]}
      />
      <div className="flex justify-end">
        <Button look="primary" onClick={onClose}>
          {t('models.done')}
        </Button>
      </div>
    </ModalDialog>
  );
}

interface TuningDialogProps {
  readonly onChanged: () => void;
  readonly onClose: () => void;
}
