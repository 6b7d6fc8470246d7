import { useTranslation } from 'react-i18next';
import type { DriftFieldsFragment, DriftMeasure, OutcomeDimension, ScoreLabel } from '../generated/graphql.ts';

type Finding = DriftFieldsFragment['findings'][number];

/** What is watched and what its bins are called, in words. */
export function useDriftWords() {
  const { t, i18n } = useTranslation();
  const languageOf = (tag: string): string =>
    i18n.exists(`models.language.${tag}`) ? t(`models.language.${tag as 'en'}`) : tag;
  return {
    subjectOf: ({ measure, dimension, language }: Finding): string =>
      [
        t(`models.drift.measures.${measure}`),
        dimension && t(`dimension.${dimension}`),
        language && languageOf(language),
      ]
        .filter(Boolean)
        .join(', '),
    binOf: (measure: DriftMeasure, name: string): string => {
      if (measure === 'LANGUAGES') return languageOf(name);
      if (measure !== 'LABELS') return name.replace('-', '–');
      const [dimension, direction] = name.toUpperCase().split(':') as [OutcomeDimension, ScoreLabel];
      return `${t(`dimension.${dimension}`)}: ${t(`scoreLabel.${direction}`)}`;
    },
  };
}
