import { useTranslation } from 'react-i18next';
import { DataTable } from '../controls/data-table.tsx';
import type { DriftFieldsFragment } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';
import { useDriftWords } from './use-drift-words.ts';

/** The two windows bin by bin. */
export function DriftBins({ finding }: { finding: DriftFieldsFragment['findings'][number] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { subjectOf, binOf } = useDriftWords();
  const title = t('models.drift.bins', { subject: subjectOf(finding) });
  return (
    <div className="grid gap-2">
      <h3 className="text-14 font-medium text-ink">{title}</h3>
      <DataTable
        name={title}
        look="dense"
        rows={finding.bins}
        keyOf={({ name }) => name}
        columns={[
          {
            key: 'name',
            title: t('models.drift.bin'),
            namesRow: true,
            cell: ({ name }) => binOf(finding.measure, name),
          },
          {
            key: 'reference',
            title: t('models.drift.before'),
            side: 'right',
            cell: ({ reference }) => <Share value={reference} words={format.percent(reference)} />,
          },
          {
            key: 'current',
            title: t('models.drift.now'),
            side: 'right',
            cell: ({ current }) => <Share value={current} words={format.percent(current)} />,
          },
        ]}
      />
    </div>
  );
}

/** The number says it; the bar is for seeing it at once. */
function Share({ value, words }: { value: number; words: string }) {
  return (
    <span className="inline-grid grid-cols-[6rem_3rem] items-center gap-2">
      <span aria-hidden="true" className="h-2 rounded-sm bg-sunken">
        <span className="block h-2 rounded-sm bg-accent" style={{ width: `${value * 100}%` }} />
      </span>
      <span>{words}</span>
    </span>
  );
}
