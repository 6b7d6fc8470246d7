import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { DataTable } from '../controls/data-table.tsx';
import { Panel } from '../controls/panel.tsx';
import { useHasScope } from '../frame/viewer-context.ts';
import type { DriftFieldsFragment } from '../generated/graphql.ts';
import { useMeasureModelDriftMutation } from '../generated/hooks.ts';
import { useFormat } from '../language/use-format.ts';
import { Empty } from '../states/empty.tsx';
import { FailureNote } from '../states/failure-note.tsx';
import { DriftBins } from './drift-bins.tsx';
import { useDriftWords } from './use-drift-words.ts';

/** What people wrote lately beside what they wrote before: what has moved, how far, and in which bins. */
export function DriftPanel({ report, onChanged }: DriftPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const mayMeasure = useHasScope('models:evaluate') === true;
  const drifted = report?.findings.filter(({ verdict }) => verdict === 'DRIFTED').length ?? 0;
  return (
    <Panel
      title={drifted > 0 ? t('models.drift.drifted', { count: drifted }) : t('models.drift.title')}
      term="drift"
      note={
        report &&
        t('models.drift.windows', {
          from: format.day(report.currentFrom),
          until: format.day(report.until),
          before: format.day(report.referenceFrom),
          end: format.day(report.referenceUntil),
          alertAt: format.level(report.alertAt),
        })
      }
      actions={mayMeasure && <MeasureNow onChanged={onChanged} />}
    >
      {report === null ? (
        <Empty title={t('models.drift.empty.title')}>{t('models.drift.empty.text')}</Empty>
      ) : (
        <>
          {report.modelVersion !== null && (
            <p className="text-13 text-soft">
              {t('models.drift.measured', {
                version: report.modelVersion,
                against: report.referenceVersion ?? '–',
                reference: report.referenceName ?? '–',
              })}
            </p>
          )}
          <Findings report={report} />
        </>
      )}
    </Panel>
  );
}

function MeasureNow({ onChanged }: { onChanged: () => void }) {
  const { t } = useTranslation();
  const [measure, { loading, error }] = useMeasureModelDriftMutation();
  const go = async () => {
    await measure();
    onChanged();
  };
  return (
    <div className="grid gap-2">
      <Button busy={loading} onClick={() => void go()}>
        {t('models.drift.measure')}
      </Button>
      {error !== undefined && <FailureNote error={error} />}
    </div>
  );
}

function Findings({ report: { findings } }: { report: DriftFieldsFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { subjectOf } = useDriftWords();
  const [shown, setShown] = useState(findings[0] ? keyOf(findings[0]) : null);
  const finding = findings.find((one) => keyOf(one) === shown);
  return (
    <>
      <DataTable
        name={t('models.drift.title')}
        look="dense"
        rows={findings}
        keyOf={keyOf}
        columns={[
          { key: 'subject', title: t('models.drift.subject'), namesRow: true, cell: subjectOf },
          {
            key: 'verdict',
            title: t('models.state'),
            cell: ({ verdict }) => (
              <span className={verdict === 'DRIFTED' ? 'font-medium text-attention' : ''}>
                {t(`models.drift.verdicts.${verdict}`)}
              </span>
            ),
          },
          { key: 'psi', title: t('models.drift.psi'), side: 'right', cell: ({ psi }) => format.level(psi) },
          {
            key: 'divergence',
            title: t('models.drift.divergence'),
            side: 'right',
            cell: ({ divergence }) => format.level(divergence),
          },
          {
            key: 'counts',
            title: t('models.drift.counts'),
            side: 'right',
            cell: ({ referenceCount, currentCount }) =>
              `${format.whole(referenceCount)} → ${format.whole(currentCount)}`,
          },
          {
            key: 'actions',
            title: t('models.actions'),
            titleHidden: true,
            side: 'right',
            cell: (line) => (
              <Button
                look="quiet"
                aria-pressed={keyOf(line) === shown}
                aria-label={t('models.drift.showNamed', { subject: subjectOf(line) })}
                onClick={() => setShown(keyOf(line))}
              >
                {t('models.show')}
              </Button>
            ),
          },
        ]}
      />
      {finding && <DriftBins finding={finding} />}
    </>
  );
}

function keyOf({ measure, dimension, language }: DriftFieldsFragment['findings'][number]): string {
  return `${measure} ${dimension} ${language}`;
}

interface DriftPanelProps {
  readonly report: DriftFieldsFragment | null;
  readonly onChanged: () => void;
}
