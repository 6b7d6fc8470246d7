import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '../controls/button.tsx';
import { Panel } from '../controls/panel.tsx';
import { ScrollArea } from '../controls/scroll-area.tsx';
import { useImportHistoryQuery } from '../generated/hooks.ts';
import { useFormat } from '../language/use-format.ts';
import { Empty } from '../states/empty.tsx';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { StatusBadge } from './status-badge.tsx';

export function ImportHistory() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, loading, refetch, fetchMore } = useImportHistoryQuery({ fetchPolicy: 'cache-and-network' });
  const page = data?.imports ?? null;
  const more = () => void fetchMore({ variables: { after: page?.pageInfo.endCursor ?? null } });
  return (
    <Panel
      title={t('history.title')}
      note={page?.totalCount ? t('history.count', { count: page.totalCount }) : undefined}
    >
      {error !== undefined && <FailureNote error={error} onRetry={() => void refetch()} />}
      {page === null && loading && <Loading />}
      {page?.nodes.length === 0 && <Empty title={t('history.empty.title')}>{t('history.empty.text')}</Empty>}
      {page !== null && page.nodes.length > 0 && (
        <ScrollArea name={t('history.title')}>
          <table className="w-full min-w-160 border-collapse">
            <thead>
              <tr className="border-b border-line-strong text-13 text-muted">
                <th scope="col" className="py-2 pr-4 text-left font-medium">
                  {t('history.file')}
                </th>
                <th scope="col" className="py-2 pr-4 text-left font-medium">
                  {t('history.state')}
                </th>
                <th scope="col" className="py-2 pr-4 text-right font-medium">
                  {t('account.rows.created')}
                </th>
                <th scope="col" className="py-2 pr-4 text-right font-medium">
                  {t('account.rows.updated')}
                </th>
                <th scope="col" className="py-2 pr-4 text-right font-medium">
                  {t('account.rows.rejected')}
                </th>
                <th scope="col" className="py-2 text-right font-medium">
                  {t('history.when')}
                </th>
              </tr>
            </thead>
            <tbody>
              {page.nodes.map((row) => (
                <tr key={row.id} className="border-b border-line hover:bg-sunken">
                  <td className="max-w-80 py-2 pr-4">
                    <Link
                      to={`/imports/${row.id}`}
                      className="block truncate py-0.5 font-medium text-accent underline decoration-line-strong underline-offset-4 hover:decoration-current"
                    >
                      {row.fileName}
                    </Link>
                  </td>
                  <td className="py-2 pr-4">
                    <StatusBadge status={row.status} />
                  </td>
                  <td className="py-2 pr-4 text-right">{format.whole(row.account.created)}</td>
                  <td className="py-2 pr-4 text-right">{format.whole(row.account.updated)}</td>
                  <td className="py-2 pr-4 text-right">{format.whole(row.account.rejected)}</td>
                  <td className="py-2 text-right whitespace-nowrap text-muted">{format.dateTime(row.createdAt)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollArea>
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
