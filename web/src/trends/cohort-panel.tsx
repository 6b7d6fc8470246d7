import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DataTable } from '../controls/data-table.tsx';
import { Panel } from '../controls/panel.tsx';
import { textLinkClass } from '../controls/text-link.ts';
import { useTrendCohortsQuery } from '../generated/hooks.ts';
import { useFormat } from '../language/use-format.ts';
import { languageName } from '../people/language-name.ts';
import { Empty } from '../states/empty.tsx';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { ChoiceField } from './choice-field.tsx';
import { type Cohort, CohortDownload } from './cohort-download.tsx';
import { LevelRange } from './level-range.tsx';
import { MarkButton } from './mark-button.tsx';
import { NoNumber } from './no-number.tsx';
import { criteria, dimensions, type TrendSearch } from './trend-search.ts';
import type { OpenGroup } from './use-open-group.ts';

/** Cohorts below one another on one scale, each with its interval; the numbers stand in the same row. */
export function CohortPanel({ search, onChoose, onOpen }: CohortPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { by, dimension, from, to } = search;
  const { data, previousData, error, loading, refetch } = useTrendCohortsQuery({
    variables: { by, dimension, from: from || null, to: to || null },
    fetchPolicy: 'cache-and-network',
  });
  const shown = data ?? (loading ? previousData : undefined);
  const comparison = shown?.cohorts ?? null;
  // By what it is, not by what is asked for: while an answer is on its way, the one before it is still shown.
  const name = ({ key, programme }: Cohort): string => {
    if (programme !== null) return programme.name;
    return /^\d{4}-\d\d$/.test(key) ? format.month(key) : languageName(t, key);
  };
  return (
    <Panel
      title={t('trends.cohorts.title', { dimension: t(`dimension.${dimension}`) })}
      term="cohort"
      note={t('trends.cohorts.note')}
      actions={
        comparison !== null &&
        comparison.cohorts.length > 0 && <CohortDownload search={search} cohorts={comparison.cohorts} nameOf={name} />
      }
    >
      <div className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-4">
        <ChoiceField
          label={t('trends.dimension')}
          value={dimension}
          choices={dimensions.map((value) => ({ value, words: t(`dimension.${value}`) }))}
          onChoose={(value) => onChoose('dimension', value)}
        />
        <ChoiceField
          label={t('trends.cohorts.by')}
          value={by}
          choices={criteria.map((value) => ({ value, words: t(`trends.cohorts.${value}`) }))}
          onChoose={(value) => onChoose('by', value)}
        />
      </div>
      {error !== undefined && <FailureNote error={error} onRetry={() => void refetch()} />}
      {comparison === null && loading && <Loading />}
      {comparison?.cohorts.length === 0 && <Empty title={t('trends.empty.title')}>{t('chart.empty.text')}</Empty>}
      {comparison !== null && comparison.cohorts.length > 0 && (
        <DataTable
          name={t('trends.cohorts.table')}
          rows={comparison.cohorts}
          keyOf={({ key }) => key}
          columns={[
            { key: 'cohort', title: t(`trends.cohorts.${by}`), namesRow: true, cell: name },
            {
              key: 'drawing',
              title: t('trends.scale'),
              className: 'w-2/5 min-w-52 align-middle',
              cell: (cohort) =>
                cohort.mean === null ? (
                  <NoNumber absence={cohort.absence} />
                ) : (
                  <MarkButton name={name(cohort)} onOpen={() => onOpen({ kind: 'cohort', key: cohort.key })}>
                    <LevelRange level={cohort.mean} range={cohort.interval} />
                  </MarkButton>
                ),
            },
            {
              key: 'mean',
              title: t('trends.cohorts.mean'),
              side: 'right',
              cell: ({ mean }) => (mean === null ? '–' : format.level(mean)),
            },
            {
              key: 'interval',
              title: t('trends.interval'),
              side: 'right',
              className: 'whitespace-nowrap text-soft',
              cell: ({ interval }) =>
                interval === null
                  ? '–'
                  : t('trends.range', { low: format.level(interval.low), high: format.level(interval.high) }),
            },
            {
              key: 'people',
              title: t('metric.PARTICIPANTS'),
              side: 'right',
              cell: ({ people }) => (people === null ? '–' : format.whole(people)),
            },
            {
              key: 'evidence',
              title: t('evidence.title'),
              titleHidden: true,
              side: 'right',
              cell: (cohort) =>
                by === 'PROGRAMME' && cohort.mean !== null ? (
                  <Link
                    to={`/impact/evidence?${new URLSearchParams({ dimension, programmeId: cohort.key, from, to })}`}
                    aria-label={t('trends.cohorts.evidenceOf', { cohort: name(cohort) })}
                    className={textLinkClass}
                  >
                    {t('evidence.title')}
                  </Link>
                ) : null,
            },
          ]}
        />
      )}
      {comparison !== null && comparison.total > comparison.cohorts.length && (
        <p className="text-13 text-muted">
          {t('trends.cohorts.more', { shown: comparison.cohorts.length, count: comparison.total })}
        </p>
      )}
      <p className="max-w-[72ch] text-12 text-muted">{t('trends.cohorts.method')}</p>
    </Panel>
  );
}

interface CohortPanelProps {
  readonly search: TrendSearch;
  readonly onChoose: (key: keyof TrendSearch, value: string) => void;
  readonly onOpen: (group: OpenGroup) => void;
}
