import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { type Column, DataTable } from '../controls/data-table.tsx';
import { Panel } from '../controls/panel.tsx';
import type { ManifestRowFragment } from '../generated/graphql.ts';
import { useRollBackPartnerManifestMutation } from '../generated/hooks.ts';
import { useFormat } from '../language/use-format.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';

/** Every version that was uploaded, and the way back to the one before. */
export function VersionPanel({ versions, mayWrite, onOpen, onChanged }: VersionPanelProps) {
  const { t } = useTranslation();
  const columns = useColumns(onOpen);
  const active = versions.find(({ state }) => state === 'ACTIVE');
  const before = versions
    .filter(({ state }) => state === 'REPLACED')
    .toSorted((one, other) => (other.replacedAt ?? '').localeCompare(one.replacedAt ?? ''))[0];
  const [rollBack, { loading, error }] = useRollBackPartnerManifestMutation();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const goBack = async (id: string) => {
    const answer = (await rollBack({ variables: { input: { id } } })).data?.rollBackPartnerManifest;
    setRefusal(answer?.__typename === 'Refused' ? answer : null);
    onChanged();
  };
  return (
    <Panel
      title={t('operations.versions')}
      note={t('operations.versionsNote')}
      actions={
        mayWrite &&
        active !== undefined &&
        before !== undefined && (
          <Button busy={loading} onClick={() => void goBack(active.id)}>
            {t('operations.rollBack', { version: before.version })}
          </Button>
        )
      }
    >
      {error !== undefined && <FailureNote error={error} />}
      {refusal !== null && <RefusalNote refusal={refusal} />}
      <DataTable name={t('operations.versions')} columns={columns} rows={versions} keyOf={({ id }) => id} />
    </Panel>
  );
}

function useColumns(onOpen: (id: string) => void): readonly Column<ManifestRowFragment>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'version',
      title: t('operations.version'),
      namesRow: true,
      cell: ({ version, operationCount }) => (
        <>
          <span className="block font-medium">{t('operations.versionNamed', { version })}</span>
          <span className="block text-12 text-muted">{t('operations.count', { count: operationCount })}</span>
        </>
      ),
    },
    {
      key: 'state',
      title: t('operations.state'),
      cell: ({ state }) => (
        <span className={`rounded-full px-2 py-0.5 text-12 font-medium whitespace-nowrap ${looks[state]}`}>
          {t(`manifestState.${state}`)}
        </span>
      ),
    },
    {
      key: 'uploaded',
      title: t('operations.uploaded'),
      className: 'text-13 text-soft',
      cell: ({ uploadedAt, uploadedBy }) => <When at={uploadedAt} by={uploadedBy?.name} format={format.dateTime} />,
    },
    {
      key: 'activated',
      title: t('operations.activated'),
      className: 'text-13 text-soft',
      cell: ({ activatedAt, activatedBy }) =>
        activatedAt === null ? '–' : <When at={activatedAt} by={activatedBy?.name} format={format.dateTime} />,
    },
    {
      key: 'actions',
      title: t('operations.actions'),
      titleHidden: true,
      side: 'right',
      cell: ({ id, state, version }) =>
        state !== 'ACTIVE' && (
          <Button aria-label={t('operations.changesNamed', { version })} onClick={() => onOpen(id)}>
            {t('operations.changes')}
          </Button>
        ),
    },
  ];
}

function When({ at, by, format }: { at: string; by: string | undefined; format: (instant: string) => string }) {
  return (
    <>
      <span className="block whitespace-nowrap">{format(at)}</span>
      {by !== undefined && <span className="block text-12 text-muted">{by}</span>}
    </>
  );
}

const looks = {
  UPLOADED: 'bg-attention-tint text-attention',
  ACTIVE: 'bg-good-tint text-good',
  REPLACED: 'bg-pressed text-soft',
} as const;

interface VersionPanelProps {
  readonly versions: readonly ManifestRowFragment[];
  readonly mayWrite: boolean;
  readonly onOpen: (id: string) => void;
  readonly onChanged: () => void;
}
