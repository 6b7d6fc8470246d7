import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { DataTable } from '../controls/data-table.tsx';
import { Panel } from '../controls/panel.tsx';
import { useHasScope } from '../frame/viewer-context.ts';
import type { ModelsQuery, RegistryFieldsFragment } from '../generated/graphql.ts';
import { useStopModelShadowMutation } from '../generated/hooks.ts';
import { useFormat } from '../language/use-format.ts';
import { Empty } from '../states/empty.tsx';
import { FailureNote } from '../states/failure-note.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';
import { ShadowComparison } from './shadow-comparison.tsx';

type Run = NonNullable<ModelsQuery['modelShadowRuns']>[number];

/** Which version reads texts unseen, which have, and how what they said compares with what was shown. */
export function ShadowPanel({ shadow, runs, onChanged }: ShadowPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const mayDecide = useHasScope('models:write') === true;
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = runs.find((run) => keyOf(run) === chosen) ?? runs[0];
  const since =
    shadow &&
    (shadow.since === null
      ? t('models.shadow.ofPlatform')
      : t('models.shadow.since', { since: format.dateTime(shadow.since) }));
  return (
    <Panel
      title={
        shadow
          ? t('models.shadow.running', { version: shadow.version, share: format.percent(shadow.share) })
          : t('models.shadow.title')
      }
      note={[since, t('models.shadow.note')].filter(Boolean).join(' ')}
      actions={mayDecide && shadow && <Stop onChanged={onChanged} />}
    >
      {shown === undefined ? (
        <Empty title={t('models.shadow.empty.title')}>{t('models.shadow.empty.text')}</Empty>
      ) : (
        <>
          <Runs runs={runs} shown={keyOf(shown)} onShow={setChosen} />
          <ShadowComparison key={keyOf(shown)} version={shown.version} against={shown.against} />
        </>
      )}
    </Panel>
  );
}

function Runs({ runs, shown, onShow }: { runs: readonly Run[]; shown: string; onShow: (key: string) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <DataTable
      name={t('models.shadow.title')}
      rows={runs}
      keyOf={keyOf}
      columns={[
        { key: 'version', title: t('models.version'), namesRow: true, cell: ({ version }) => version },
        { key: 'against', title: t('models.shadow.against'), cell: ({ against }) => against },
        { key: 'texts', title: t('models.texts'), side: 'right', cell: ({ texts }) => format.whole(texts) },
        {
          key: 'read',
          title: t('models.shadow.read'),
          cell: ({ from, until }) => `${format.dateTime(from)} – ${format.dateTime(until)}`,
        },
        {
          key: 'show',
          title: t('models.show'),
          titleHidden: true,
          side: 'right',
          cell: (run) => (
            <Button
              aria-pressed={keyOf(run) === shown}
              aria-label={t('models.shadow.showNamed', { version: run.version, against: run.against })}
              onClick={() => onShow(keyOf(run))}
            >
              {t('models.show')}
            </Button>
          ),
        },
      ]}
    />
  );
}

function Stop({ onChanged }: { onChanged: () => void }) {
  const { t } = useTranslation();
  const [stop, { loading, error }] = useStopModelShadowMutation();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const go = async () => {
    setRefusal(null);
    const { data } = await stop();
    if (data?.stopModelShadow?.__typename === 'Refused') setRefusal(data.stopModelShadow);
    onChanged();
  };
  return (
    <div className="grid gap-2">
      <Button busy={loading} onClick={() => void go()}>
        {t('models.shadow.stop')}
      </Button>
      {refusal !== null && <RefusalNote refusal={refusal} />}
      {error !== undefined && <FailureNote error={error} />}
    </div>
  );
}

function keyOf({ version, against }: Run): string {
  return `${version} ${against}`;
}

interface ShadowPanelProps {
  readonly shadow: RegistryFieldsFragment['shadow'];
  readonly runs: readonly Run[];
  readonly onChanged: () => void;
}
