import { useTranslation } from 'react-i18next';
import { DownloadMenu } from '../charts/download-menu.tsx';
import { rowsDrawn } from '../charts/rows-drawn.ts';
import { DataTable } from '../controls/data-table.tsx';
import { Panel } from '../controls/panel.tsx';
import { BringData } from '../first-run/bring-data.tsx';
import { useTrendFunnelQuery } from '../generated/hooks.ts';
import { useFormat } from '../language/use-format.ts';
import { Empty } from '../states/empty.tsx';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { ChoiceField } from './choice-field.tsx';
import { MarkButton } from './mark-button.tsx';
import { NoNumber } from './no-number.tsx';
import type { TrendSearch } from './trend-search.ts';
import type { NamedProgramme } from './trend-words.ts';
import type { OpenGroup } from './use-open-group.ts';

/** From enrolment to a completed course: a bar for each step, and how many were lost on the way there. */
export function FunnelPanel({ programmeId, programmes, onChoose, onOpen }: FunnelPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, previousData, error, loading, refetch } = useTrendFunnelQuery({
    variables: { programmeId: programmeId || null },
    fetchPolicy: 'cache-and-network',
  });
  const steps = (data ?? (loading ? previousData : undefined))?.funnel?.steps ?? null;
  const isEmpty = steps?.[0]?.people === 0;
  return (
    <Panel
      title={t('trends.funnel.title')}
      term="funnel"
      note={t('trends.funnel.note')}
      actions={
        steps !== null &&
        !isEmpty && (
          <DownloadMenu
            name={t('trends.funnel.title')}
            note={t('trends.funnel.note')}
            table={() => ({
              columns: [
                ...[
                  t('trends.funnel.step'),
                  t('metric.PARTICIPANTS'),
                  t('trends.funnel.share'),
                  t('trends.funnel.lost'),
                ],
              ],
              rows: steps.map(({ stage, people, share, dropOff }) => [
                ...[t(`trends.funnel.${stage}`), people, share, dropOff],
              ]),
            })}
            drawing={() =>
              rowsDrawn(
                steps.flatMap(({ stage, people, share }) =>
                  people === null
                    ? []
                    : {
                        ...{ name: t(`trends.funnel.${stage}`), words: format.whole(people) },
                        ...{ from: 0, to: share ?? 0, dot: null },
                      },
                ),
              )
            }
          />
        )
      }
    >
      <div className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-4">
        <ChoiceField
          label={t('trends.programme')}
          value={programmeId}
          choices={[
            { value: '', words: t('trends.all') },
            ...programmes.map(({ id, name }) => ({ value: id, words: name })),
          ]}
          onChoose={(value) => onChoose('programme', value)}
        />
      </div>
      {error !== undefined && <FailureNote error={error} onRetry={() => void refetch()} />}
      {steps === null && loading && <Loading />}
      {isEmpty && (
        <Empty title={t('trends.funnel.empty.title')} action={<BringData />}>
          {t('trends.funnel.empty.text')}
        </Empty>
      )}
      {steps !== null && !isEmpty && (
        <DataTable
          name={t('trends.funnel.title')}
          rows={steps}
          keyOf={({ stage }) => stage}
          columns={[
            {
              key: 'stage',
              title: t('trends.funnel.step'),
              namesRow: true,
              cell: ({ stage }) => t(`trends.funnel.${stage}`),
            },
            {
              key: 'bar',
              title: t('trends.funnel.bar'),
              className: 'w-2/5 min-w-52 align-middle',
              cell: ({ stage, share, people, absence }) =>
                people === null ? (
                  <NoNumber absence={absence} />
                ) : (
                  <MarkButton name={t(`trends.funnel.${stage}`)} onOpen={() => onOpen({ kind: 'funnel', key: stage })}>
                    <Bar share={share ?? 0} />
                  </MarkButton>
                ),
            },
            {
              key: 'people',
              title: t('metric.PARTICIPANTS'),
              side: 'right',
              cell: ({ people }) => (people === null ? '–' : format.whole(people)),
            },
            {
              key: 'share',
              title: t('trends.funnel.share'),
              side: 'right',
              className: 'text-soft',
              cell: ({ share }) => (share === null ? '–' : format.percent(share)),
            },
            {
              key: 'lost',
              title: t('trends.funnel.lost'),
              side: 'right',
              className: 'text-soft',
              cell: ({ dropOff }) => (dropOff === null ? '–' : format.whole(dropOff)),
            },
          ]}
        />
      )}
      <p className="max-w-[72ch] text-12 text-muted">{t('trends.funnel.method')}</p>
    </Panel>
  );
}

function Bar({ share }: { share: number }) {
  return (
    <div aria-hidden="true" className="my-1 h-4 rounded-base bg-pressed">
      <span className="block h-full rounded-base bg-accent-mark" style={{ width: `${share * 100}%` }} />
    </div>
  );
}

interface FunnelPanelProps {
  readonly programmeId: string;
  readonly programmes: readonly NamedProgramme[];
  readonly onChoose: (key: keyof TrendSearch, value: string) => void;
  readonly onOpen: (group: OpenGroup) => void;
}
