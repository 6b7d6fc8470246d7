import { useTranslation } from 'react-i18next';
import { DownloadMenu } from '../charts/download-menu.tsx';
import { rowsDrawn } from '../charts/rows-drawn.ts';
import type { TrendCohortsQuery } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';
import type { TrendSearch } from './trend-search.ts';

export type Cohort = NonNullable<TrendCohortsQuery['cohorts']>['cohorts'][number];

/** Cohorts as numbers, and as ranges with their means. */
export function CohortDownload({ search: { by, dimension }, cohorts, nameOf }: CohortDownloadProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <DownloadMenu
      name={t('trends.cohorts.title', { dimension: t(`dimension.${dimension}`) })}
      note={t('trends.cohorts.note')}
      table={() => ({
        columns: [
          t(`trends.cohorts.${by}`),
          ...[t('trends.cohorts.mean'), t('charts.low'), t('charts.high'), t('metric.PARTICIPANTS')],
        ],
        rows: cohorts.map((cohort) => [
          ...[nameOf(cohort), cohort.mean, cohort.interval?.low ?? null, cohort.interval?.high ?? null, cohort.people],
        ]),
      })}
      drawing={() =>
        rowsDrawn(
          cohorts.flatMap((cohort) =>
            cohort.mean === null
              ? []
              : {
                  ...{ name: nameOf(cohort), words: format.level(cohort.mean), dot: cohort.mean },
                  ...{ from: cohort.interval?.low ?? cohort.mean, to: cohort.interval?.high ?? cohort.mean },
                },
          ),
        )
      }
    />
  );
}

interface CohortDownloadProps {
  readonly search: TrendSearch;
  readonly cohorts: readonly Cohort[];
  readonly nameOf: (cohort: Cohort) => string;
}
