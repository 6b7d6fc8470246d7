import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { type Column, DataTable } from '../controls/data-table.tsx';
import { Panel } from '../controls/panel.tsx';
import { useHasScope } from '../frame/viewer-context.ts';
import type { ModelsQuery } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';
import { ActivateDialog } from './activate-dialog.tsx';
import { CanaryDialog } from './canary-dialog.tsx';
import { ShadowDialog } from './shadow-dialog.tsx';
import { TuningDialog } from './tuning-dialog.tsx';
import { VersionDialog } from './version-dialog.tsx';

export type ModelVersionLine = NonNullable<ModelsQuery['modelVersions']>[number];

/** Every version with its state; whoever may decide about models activates one or makes another. */
export function VersionTable({ versions, onChanged }: VersionTableProps) {
  const { t } = useTranslation();
  const mayDecide = useHasScope('models:write') === true;
  const [activating, setActivating] = useState<string | null>(null);
  const [trying, setTrying] = useState<string | null>(null);
  const [shadowing, setShadowing] = useState<string | null>(null);
  const [isMaking, setIsMaking] = useState(false);
  const [isTuning, setIsTuning] = useState(false);
  const columns = useColumns();
  const actions: Column<ModelVersionLine> = {
    key: 'actions',
    title: t('models.actions'),
    titleHidden: true,
    side: 'right',
    cell: ({ version, status, evaluable }) =>
      evaluable &&
      status !== 'ACTIVE' && (
        <span className="inline-flex flex-wrap justify-end gap-2">
          {status !== 'CANARY' && (
            <Button aria-label={t('models.tryNamed', { version })} onClick={() => setTrying(version)}>
              {t('models.try')}
            </Button>
          )}
          <Button aria-label={t('models.shadow.startNamed', { version })} onClick={() => setShadowing(version)}>
            {t('models.shadow.start')}
          </Button>
          <Button aria-label={t('models.activateNamed', { version })} onClick={() => setActivating(version)}>
            {t('models.activate')}
          </Button>
        </span>
      ),
  };
  return (
    <Panel
      title={t('models.versions')}
      note={t('models.versionsNote')}
      actions={
        mayDecide && (
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => setIsTuning(true)}>{t('models.tune')}</Button>
            <Button onClick={() => setIsMaking(true)}>{t('models.newVersion')}</Button>
          </div>
        )
      }
    >
      <DataTable
        name={t('models.versions')}
        rows={versions}
        keyOf={({ version }) => version}
        columns={mayDecide ? [...columns, actions] : columns}
      />
      {activating !== null && (
        <ActivateDialog version={activating} onChanged={onChanged} onClose={() => setActivating(null)} />
      )}
      {trying !== null && <CanaryDialog version={trying} onChanged={onChanged} onClose={() => setTrying(null)} />}
      {shadowing !== null && (
        <ShadowDialog version={shadowing} onChanged={onChanged} onClose={() => setShadowing(null)} />
      )}
      {isTuning && <TuningDialog onChanged={onChanged} onClose={() => setIsTuning(false)} />}
      {isMaking && (
        <VersionDialog
          like={versions.find(({ status }) => status === 'ACTIVE')?.thresholds ?? []}
          onChanged={onChanged}
          onClose={() => setIsMaking(false)}
        />
      )}
    </Panel>
  );
}

function useColumns(): readonly Column<ModelVersionLine>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'version',
      title: t('models.version'),
      namesRow: true,
      cell: ({ version, note, promotion }) => (
        <>
          {version}
          {promotion === 'AUTOMATIC' && <span className="block text-13 text-muted">{t('models.trial.AUTOMATIC')}</span>}
          {note !== null && <span className="block max-w-[40ch] text-13 text-muted">{note}</span>}
        </>
      ),
    },
    {
      key: 'state',
      title: t('models.state'),
      cell: ({ status, evaluable, effectiveFrom }) => (
        <>
          {t(`models.status.${status}`)}
          {!evaluable && <span className="block text-13 text-muted">{t('models.gone')}</span>}
          {effectiveFrom !== null && (
            <span className="block text-13 text-muted">
              {t('models.from', { time: format.dateTime(effectiveFrom) })}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'origin',
      title: t('models.origin'),
      cell: ({ origin }) => (origin === null ? '–' : t(`models.origins.${origin}`)),
    },
    {
      key: 'thresholds',
      title: t('models.thresholds'),
      cell: ({ thresholds }) => (
        <ul className="text-13 text-soft">
          {thresholds.map(({ dimension, threshold }) => (
            <li key={dimension}>{`${t(`dimension.${dimension}`)} ${format.level(threshold)}`}</li>
          ))}
        </ul>
      ),
    },
    { key: 'scores', title: t('models.scores'), side: 'right', cell: ({ scores }) => format.whole(scores) },
    {
      key: 'last',
      title: t('models.lastScored'),
      side: 'right',
      cell: ({ lastScoredAt }) => (lastScoredAt === null ? '–' : format.dateTime(lastScoredAt)),
    },
  ];
}

interface VersionTableProps {
  readonly versions: readonly ModelVersionLine[];
  readonly onChanged: () => void;
}
