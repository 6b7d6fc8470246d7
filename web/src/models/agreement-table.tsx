import { useTranslation } from 'react-i18next';
import { DataTable } from '../controls/data-table.tsx';
import { useFormat } from '../language/use-format.ts';
import type { Shadow } from './shadow-answer.ts';
import { useLabelWords } from './use-label-words.ts';

/** For every dimension and direction, on how many texts both say it, only one does, or neither. */
export function AgreementTable({ lines }: { lines: Shadow['agreement'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const labelOf = useLabelWords();
  const level = (value: number | null) => (value === null ? '–' : format.level(value));
  return (
    <DataTable
      name={t('models.shadow.title')}
      look="dense"
      rows={lines}
      keyOf={({ dimension, direction }) => `${dimension}:${direction}`}
      columns={[
        { key: 'label', title: t('models.label'), namesRow: true, cell: labelOf },
        ...(['both', 'onlyShown', 'onlyShadow', 'neither'] as const).map((key) => ({
          ...({ key, title: t(`models.shadow.${key}`), side: 'right' } as const),
          cell: (line: Shadow['agreement'][number]) => format.whole(line[key]),
        })),
        {
          key: 'same',
          title: t('models.shadow.same'),
          side: 'right',
          cell: ({ agreement }) => format.percent(agreement),
        },
        { key: 'kappa', title: t('models.shadow.kappa'), side: 'right', cell: ({ kappa }) => level(kappa) },
        {
          key: 'level',
          title: t('models.shadow.level'),
          side: 'right',
          cell: ({ levelDifference }) => level(levelDifference),
        },
      ]}
    />
  );
}
