import { useTranslation } from 'react-i18next';
import { DataTable } from '../controls/data-table.tsx';
import type { Shadow } from './shadow-answer.ts';
import { useIntervalWords } from './use-interval-words.ts';
import { useLabelWords } from './use-label-words.ts';

type Figure = NonNullable<Shadow['labelled']>['languages'][number]['figures'][number];

/** Precision, recall and F1 of both versions over the same texts, and what they differ by. */
export function PairedFigures({ figures }: { figures: readonly Figure[] }) {
  const { t } = useTranslation();
  const words = useIntervalWords();
  const labelOf = useLabelWords();
  const nameOf = ({ measure, dimension, direction }: Figure): string =>
    [
      t(`models.measure.${measure}`),
      dimension === null ? direction && t(`direction.${direction}`) : labelOf({ dimension, direction }),
    ]
      .filter(Boolean)
      .join(', ');
  return (
    <DataTable
      name={t('models.shadow.labelled')}
      look="dense"
      rows={figures}
      keyOf={({ measure, dimension, direction }) => `${measure} ${dimension} ${direction}`}
      columns={[
        { key: 'measure', title: t('models.shadow.measure'), namesRow: true, cell: nameOf },
        ...(['shown', 'shadow', 'difference'] as const).map((key) => ({
          ...({ key, title: t(`models.shadow.${key}`), side: 'right' } as const),
          cell: (figure: Figure) => words(figure[key] ?? undefined),
        })),
      ]}
    />
  );
}
