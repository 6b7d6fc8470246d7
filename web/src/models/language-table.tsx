import { useTranslation } from 'react-i18next';
import { DataTable } from '../controls/data-table.tsx';
import type { LanguageQualityFieldsFragment, QualityMeasureName } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';
import { useIntervalWords } from './use-interval-words.ts';

export function LanguageTable({ languages }: { languages: readonly LanguageQualityFieldsFragment[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useIntervalWords();
  const figure = ({ figures }: LanguageQualityFieldsFragment, measure: QualityMeasureName) =>
    words(figures.find((one) => one.measure === measure && one.dimension === null && one.direction === null));
  return (
    <DataTable
      name={t('models.byLanguage')}
      rows={languages}
      keyOf={({ language }) => language ?? 'all'}
      columns={[
        {
          key: 'language',
          title: t('models.languageTitle'),
          namesRow: true,
          cell: ({ language }) =>
            language === null ? t('models.allLanguages') : t(`models.language.${language}`, { defaultValue: language }),
        },
        { key: 'texts', title: t('models.texts'), side: 'right', cell: ({ texts }) => format.whole(texts) },
        ...(['DETECTION_F1', 'DIRECTED_F1', 'FALSE_ALARM_RATE'] as const).map((measure) => ({
          ...({ key: measure, title: t(`models.measure.${measure}`), side: 'right' } as const),
          cell: (line: LanguageQualityFieldsFragment) => figure(line, measure),
        })),
        {
          key: 'ece',
          title: t('models.ece'),
          side: 'right',
          cell: ({ calibrationError }) => (calibrationError === null ? '–' : format.precise(calibrationError)),
        },
      ]}
    />
  );
}
