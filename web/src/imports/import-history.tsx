import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '../controls/button.tsx';
import { type Column, DataTable } from '../controls/data-table.tsx';
import { Panel } from '../controls/panel.tsx';
import { useHasScope } from '../frame/viewer-context.ts';
import type { ImportHistoryQuery } from '../generated/graphql.ts';
import { useImportHistoryQuery } from '../generated/hooks.ts';
import { useFormat } from '../language/use-format.ts';
import { Empty } from '../states/empty.tsx';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { ImportAgainButton, useImportAgain } from './import-again.tsx';
import { isOver } from './import-state.ts';
import { StatusBadge } from './status-badge.tsx';

export function ImportHistory() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, loading, refetch, fetchMore } = useImportHistoryQuery({ fetchPolicy: 'cache-and-network' });
  const page = data?.imports ?? null;
  const more = () => void fetchMore({ variables: { after: page?.pageInfo.endCursor ?? null } });
  const mayWrite = useHasScope('imports:write') ?? false;
  const { again, busy, problem } = useImportAgain();
  const count = (key: 'created' | 'updated' | 'rejected'): Column<Row> => ({
    key,
    title: t(`account.rows.${key}`),
    side: 'right',
    cell: ({ account }) => format.whole(account[key]),
  });
  const columns: readonly Column<Row>[] = [
    {
      key: 'file',
      title: t('history.file'),
      namesRow: true,
      className: 'max-w-80',
      cell: ({ id, fileName }) => (
        <Link
          to={`/imports/${id}`}
          className="block truncate py-0.5 font-medium text-accent underline decoration-line-strong underline-offset-4 hover:decoration-current"
        >
          {fileName}
        </Link>
      ),
    },
    { key: 'state', title: t('history.state'), cell: ({ status }) => <StatusBadge status={status} /> },
    count('created'),
    count('updated'),
    count('rejected'),
    {
      key: 'when',
      title: t('history.when'),
      side: 'right',
      className: 'whitespace-nowrap text-muted',
      cell: ({ createdAt }) => format.dateTime(createdAt),
    },
    {
      key: 'again',
      title: t('again.label'),
      titleHidden: true,
      side: 'right',
      className: 'whitespace-nowrap',
      cell: ({ upload, status, fileName }) =>
        upload !== null &&
        isOver(status) && (
          <ImportAgainButton look="quiet" fileName={fileName} disabled={busy} onClick={() => again(upload.id)} />
        ),
    },
  ];
  return (
    <Panel
      title={t('history.title')}
      note={page?.totalCount ? t('history.count', { count: page.totalCount }) : undefined}
    >
      {problem}
      {error !== undefined && <FailureNote error={error} onRetry={() => void refetch()} />}
      {page === null && loading && <Loading />}
      {page?.nodes.length === 0 && <Empty title={t('history.empty.title')}>{t('history.empty.text')}</Empty>}
      {page !== null && page.nodes.length > 0 && (
        <DataTable
          name={t('history.title')}
          columns={mayWrite ? columns : columns.slice(0, -1)}
          rows={page.nodes}
          keyOf={({ id }) => id}
        />
      )}
      {page?.pageInfo.hasNextPage && (
        <div>
          <Button onClick={more} busy={loading}>
            {t('more')}
          </Button>
        </div>
      )}
    </Panel>
  );
}

type Row = NonNullable<ImportHistoryQuery['imports']>['nodes'][number];
