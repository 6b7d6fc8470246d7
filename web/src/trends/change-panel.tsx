import { useTranslation } from 'react-i18next';
import { DataTable } from '../controls/data-table.tsx';
import { Panel } from '../controls/panel.tsx';
import { useTrendChangeQuery } from '../generated/hooks.ts';
import { useFormat } from '../language/use-format.ts';
import { Empty } from '../states/empty.tsx';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { ChangeDownload, type ChangedRow } from './change-download.tsx';
import { MarkButton } from './mark-button.tsx';
import { NoNumber } from './no-number.tsx';
import type { OpenGroup } from './use-open-group.ts';

/** Where participants placed themselves before and after: an arrow from one to the other, and how sure the change is. */
export function ChangePanel({ onOpen }: { onOpen: (group: OpenGroup) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, loading, refetch } = useTrendChangeQuery({ fetchPolicy: 'cache-and-network' });
  const rows: ChangedRow[] | null =
    data?.change?.flatMap(({ dimension, overall, byProgramme }) =>
      // One programme alone is all there is.
      [overall, ...(byProgramme.length > 1 ? byProgramme : [])].map((group) => ({ ...group, dimension })),
    ) ?? null;
  const signed = (value: number) => `${value > 0 ? '+' : ''}${format.level(value)}`;
  const range = (interval: { low: number; high: number } | null) =>
    interval === null ? null : (
      <span className="block text-12 whitespace-nowrap text-muted">
        {t('trends.range', { low: signed(interval.low), high: signed(interval.high) })}
      </span>
    );
  return (
    <Panel
      title={t('trends.change.title')}
      note={t('trends.change.note')}
      actions={rows !== null && rows.length > 0 && <ChangeDownload rows={rows} />}
    >
      {error !== undefined && <FailureNote error={error} onRetry={() => void refetch()} />}
      {rows === null && loading && <Loading />}
      {rows?.length === 0 && <Empty title={t('trends.change.empty.title')}>{t('trends.change.empty.text')}</Empty>}
      {rows !== null && rows.length > 0 && (
        <DataTable
          name={t('trends.change.title')}
          rows={rows}
          keyOf={({ dimension, programme }) => `${dimension} ${programme?.id}`}
          columns={[
            {
              key: 'group',
              title: t('trends.dimension'),
              namesRow: true,
              cell: ({ dimension, programme }) => (
                <>
                  {t(`dimension.${dimension}`)}
                  <span className="block text-12 text-muted">{programme?.name ?? t('trends.all')}</span>
                </>
              ),
            },
            {
              key: 'drawing',
              title: t('trends.scale'),
              className: 'w-1/3 min-w-48 align-middle',
              cell: ({ dimension, programme, before, after, absence }) =>
                before === null || after === null ? (
                  <NoNumber absence={absence} />
                ) : (
                  <MarkButton
                    name={`${t(`dimension.${dimension}`)}, ${programme?.name ?? t('trends.all')}`}
                    onOpen={() => onOpen({ kind: 'change', key: `${dimension} ${programme?.id ?? ''}`.trim() })}
                  >
                    <Move from={before} to={after} />
                  </MarkButton>
                ),
            },
            {
              key: 'before',
              title: t('trends.change.before'),
              side: 'right',
              cell: ({ before }) => (before === null ? '–' : format.level(before)),
            },
            {
              key: 'after',
              title: t('trends.change.after'),
              side: 'right',
              cell: ({ after }) => (after === null ? '–' : format.level(after)),
            },
            {
              key: 'change',
              title: t('trends.change.change'),
              side: 'right',
              cell: ({ change, interval }) => (
                <>
                  {change === null ? '–' : signed(change)}
                  {range(interval)}
                </>
              ),
            },
            {
              key: 'effect',
              title: t('trends.change.effect'),
              side: 'right',
              cell: ({ effectSize, effectInterval }) => (
                <>
                  {effectSize === null ? '–' : signed(effectSize)}
                  {range(effectInterval)}
                </>
              ),
            },
            {
              key: 'pairs',
              title: t('trends.change.pairs'),
              side: 'right',
              cell: ({ pairs }) => (pairs === null ? '–' : format.whole(pairs)),
            },
          ]}
        />
      )}
      <p className="max-w-[72ch] text-12 text-muted">{t('trends.change.method')}</p>
    </Panel>
  );
}

/** Hollow before, full after. */
function Move({ from, to }: { from: number; to: number }) {
  return (
    <div aria-hidden="true" className="relative my-3 h-1 rounded-full bg-pressed">
      <span
        className="absolute inset-y-0 bg-accent-mark"
        style={{ left: `${Math.min(from, to) * 100}%`, width: `${Math.abs(to - from) * 100}%` }}
      />
      <span
        className="absolute top-1/2 size-3 -translate-1/2 rounded-full border-2 border-accent bg-surface"
        style={{ left: `${from * 100}%` }}
      />
      <span
        className="absolute top-1/2 size-3 -translate-1/2 rounded-full bg-accent"
        style={{ left: `${to * 100}%` }}
      />
    </div>
  );
}
