import { useTranslation } from 'react-i18next';
import { DataTable } from '../controls/data-table.tsx';
import { Panel } from '../controls/panel.tsx';
import type { ReviewMeasuresFieldsFragment, ScoreReviewMeasuresQuery } from '../generated/graphql.ts';
import type { Format } from '../language/format.ts';
import { useFormat } from '../language/use-format.ts';

/** How reviewing goes, one's own beside everybody's; nobody is shown to anybody else. */
export function ReviewMeasures({ data }: { data: ScoreReviewMeasuresQuery }) {
  const { t } = useTranslation();
  const format = useFormat();
  const measures = data.scoreReviewMeasures;
  if (!measures) return null;
  const cell = (of: ReviewMeasuresFieldsFragment, { key, shape }: (typeof lines)[number]) => {
    const value = of[key];
    return value === null ? t('scoreReview.measure.none') : format[shape](value);
  };
  return (
    <Panel
      title={t('scoreReview.measures')}
      note={t('scoreReview.measuresNote', {
        since: format.day(measures.since),
        count: data.goldenSet?.totalCount ?? 0,
      })}
    >
      <DataTable
        name={t('scoreReview.measures')}
        rows={lines}
        keyOf={({ key }) => key}
        columns={[
          {
            key: 'name',
            title: t('scoreReview.measure.title'),
            namesRow: true,
            cell: ({ key }) => t(`scoreReview.measure.${key}`),
          },
          { key: 'own', title: t('scoreReview.own'), side: 'right', cell: (line) => cell(measures.own, line) },
          {
            key: 'all',
            title: t('scoreReview.everybody'),
            side: 'right',
            cell: (line) => cell(measures.everybody, line),
          },
        ]}
      />
    </Panel>
  );
}

const lines = [
  { key: 'reviews', shape: 'whole' },
  { key: 'perDay', shape: 'hours' },
  { key: 'medianSeconds', shape: 'hours' },
  { key: 'doubleReviewed', shape: 'whole' },
  { key: 'rework', shape: 'percent' },
  { key: 'agreement', shape: 'percent' },
  { key: 'alpha', shape: 'level' },
  { key: 'kappaWithModel', shape: 'level' },
] as const satisfies readonly {
  readonly key: keyof ReviewMeasuresFieldsFragment & string;
  readonly shape: keyof Format;
}[];
