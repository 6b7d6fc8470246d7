import { useTranslation } from 'react-i18next';
import { DataTable } from '../controls/data-table.tsx';
import type { LanguageQualityFieldsFragment, OutcomeDimension, OutcomeDirection } from '../generated/graphql.ts';
import { useIntervalWords } from './use-interval-words.ts';
import { useLabelWords } from './use-label-words.ts';

const dimensions = ['CONFIDENCE', 'BELONGING', 'LANG_LEVEL_PROXY', 'JOB_READINESS'] as const;
const directions = [null, 'GAIN', 'SETBACK'] as const;

/** Precision, recall and F1 of each dimension, and of each direction in it. */
export function LabelTable({ quality: { figures } }: { quality: LanguageQualityFieldsFragment }) {
  const { t } = useTranslation();
  const words = useIntervalWords();
  const labelOf = useLabelWords();
  const rows = dimensions.flatMap((dimension) => directions.map((direction) => ({ dimension, direction })));
  return (
    <DataTable<Label>
      name={t('models.labels')}
      rows={rows}
      keyOf={({ dimension, direction }) => `${dimension}:${direction}`}
      columns={[
        {
          key: 'label',
          title: t('models.label'),
          namesRow: true,
          cell: labelOf,
        },
        ...(['PRECISION', 'RECALL', 'F1'] as const).map((measure) => ({
          ...({ key: measure, title: t(`models.measure.${measure}`), side: 'right' } as const),
          cell: (label: Label) =>
            words(
              figures.find(
                (one) =>
                  one.measure === measure && one.dimension === label.dimension && one.direction === label.direction,
              ),
            ),
        })),
      ]}
    />
  );
}

interface Label {
  readonly dimension: OutcomeDimension;
  readonly direction: OutcomeDirection | null;
}
