import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { DataTable } from '../controls/data-table.tsx';
import { Panel } from '../controls/panel.tsx';
import { useHasScope } from '../frame/viewer-context.ts';
import type { RegistryFieldsFragment } from '../generated/graphql.ts';
import { useRollBackModelVersionMutation } from '../generated/hooks.ts';
import { useFormat } from '../language/use-format.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';
import { ThresholdForm } from './threshold-form.tsx';

/** Which version scores, from when on a text counts, and what was decided. */
export function RegistryPanel({ registry, onChanged }: RegistryPanelProps) {
  const { t } = useTranslation();
  const mayDecide = useHasScope('models:write') === true;
  const { active, scoresAs, scheduled, rollbackTo, acts } = registry;
  return (
    <Panel
      title={t('models.scoring', { version: active })}
      note={
        <>
          {t('models.scoresAs', { name: scoresAs })}{' '}
          {scheduled !== null && t('models.scheduled', { version: scheduled })}
        </>
      }
      actions={mayDecide && rollbackTo !== null && <RollBack to={rollbackTo} onChanged={onChanged} />}
    >
      <ThresholdForm
        key={`${active} ${registry.overrideRevision}`}
        registry={registry}
        mayDecide={mayDecide}
        onChanged={onChanged}
      />
      {acts.length > 0 && <Acts acts={acts} />}
    </Panel>
  );
}

function RollBack({ to, onChanged }: { to: string; onChanged: () => void }) {
  const { t } = useTranslation();
  const [rollBack, { loading, error }] = useRollBackModelVersionMutation();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const go = async () => {
    setRefusal(null);
    const { data } = await rollBack();
    if (data?.rollBackModelVersion?.__typename === 'Refused') setRefusal(data.rollBackModelVersion);
    onChanged();
  };
  return (
    <div className="grid gap-2">
      <Button busy={loading} onClick={() => void go()}>
        {t('models.rollBack', { version: to })}
      </Button>
      {refusal !== null && <RefusalNote refusal={refusal} />}
      {error !== undefined && <FailureNote error={error} />}
    </div>
  );
}

function Acts({ acts }: { acts: RegistryFieldsFragment['acts'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <DataTable
      name={t('models.decisions')}
      rows={acts}
      keyOf={({ id }) => id}
      columns={[
        { key: 'act', title: t('models.decision'), namesRow: true, cell: ({ act }) => t(`models.acts.${act}`) },
        {
          key: 'version',
          title: t('models.version'),
          cell: ({ version, share }) => (share === null ? version : `${version}, ${format.percent(share)}`),
        },
        { key: 'from', title: t('models.effectiveFrom'), cell: (line) => format.dateTime(line.effectiveFrom) },
        { key: 'made', title: t('models.decidedAt'), cell: ({ madeAt }) => format.dateTime(madeAt) },
      ]}
    />
  );
}

interface RegistryPanelProps {
  readonly registry: RegistryFieldsFragment;
  readonly onChanged: () => void;
}
