import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { type Column, DataTable } from '../controls/data-table.tsx';
import { Panel } from '../controls/panel.tsx';
import { UndoNote } from '../controls/undo-note.tsx';
import { useFormat } from '../language/use-format.ts';
import { Empty } from '../states/empty.tsx';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { RefusalNote } from '../states/refusal-note.tsx';
import { sampleMonths } from './sample-series.ts';

/** What stands where content would: on its way, none, broken, refused, taken back; and rows where there are some. */
export function StateSection() {
  const { t } = useTranslation();
  const [isRefused, setIsRefused] = useState(false);
  return (
    <Panel title={t('design.states')}>
      <Loading />
      <Empty title={t('people.empty.title')} action={<Button look="primary">{t('firstSteps.file.action')}</Button>}>
        {t('people.empty.text')}
      </Empty>
      <FailureNote error={new TypeError('no network')} onRetry={() => undefined} />
      <UndoNote words={t('review.decided')} busy={false} onUndo={() => undefined} />
      {isRefused && <RefusalNote refusal={{ code: 'IMPORT_EMPTY_FILE', message: '', remedy: '' }} />}
      <div>
        <Button onClick={() => setIsRefused(!isRefused)}>{t('design.refusal')}</Button>
      </div>
      <SampleTable />
    </Panel>
  );
}

function SampleTable() {
  const { t } = useTranslation();
  const format = useFormat();
  const columns: Column<string>[] = [
    { key: 'month', title: t('design.month'), namesRow: true, cell: (month) => format.month(month) },
    {
      key: 'count',
      title: t('metric.SESSIONS'),
      side: 'right',
      cell: (month) => format.whole(Number(month.slice(5)) * 137),
    },
  ];
  return (
    <DataTable name={t('design.table')} columns={columns} rows={sampleMonths.slice(0, 4)} keyOf={(month) => month} />
  );
}
