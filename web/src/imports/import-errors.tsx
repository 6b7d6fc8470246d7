import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, buttonClass } from '../controls/button.tsx';
import { Icon } from '../controls/icon.tsx';
import { Panel } from '../controls/panel.tsx';
import { ScrollArea } from '../controls/scroll-area.tsx';
import { useImportErrorsQuery } from '../generated/hooks.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { issueRemedy } from './issue-remedy.ts';

/** The rows that were not taken, why, and what to do; and the file that holds just them, to be mended and imported again. */
export function ImportErrors({ id, fileUrl, rejected }: ImportErrorsProps) {
  const { t, i18n } = useTranslation();
  const { data, error, loading, refetch, fetchMore } = useImportErrorsQuery({ variables: { id } });
  const page = data?.import?.errors ?? null;
  // New rejections come in batches while the run goes on; the list is read again when they rest.
  const listedFor = useRef(rejected);
  useEffect(() => {
    if (listedFor.current === rejected) return;
    const timer = setTimeout(() => {
      listedFor.current = rejected;
      void refetch();
    }, 700);
    return () => clearTimeout(timer);
  }, [rejected, refetch]);
  const more = () => void fetchMore({ variables: { id, after: page?.pageInfo.endCursor ?? null } });
  return (
    <Panel
      title={page === null ? t('errors.title') : t('errors.count', { count: page.totalCount })}
      note={t('errors.note')}
      actions={
        fileUrl !== null && (
          <a href={fileUrl} download className={buttonClass('secondary')}>
            <Icon name="download" />
            {t('errors.download')}
          </a>
        )
      }
    >
      {error !== undefined && <FailureNote error={error} onRetry={() => void refetch()} />}
      {page === null && loading && <Loading />}
      {page !== null && page.nodes.length > 0 && (
        <ScrollArea name={t('errors.title')} className="max-h-140 overflow-auto">
          <table className="w-full min-w-160 border-collapse text-13">
            <thead className="sticky top-0 bg-surface">
              <tr className="border-b border-line-strong text-muted">
                <th scope="col" className="py-2 pr-4 text-right font-medium">
                  {t('errors.line')}
                </th>
                <th scope="col" className="py-2 pr-4 text-left font-medium">
                  {t('errors.column')}
                </th>
                <th scope="col" className="py-2 pr-4 text-left font-medium">
                  {t('errors.value')}
                </th>
                <th scope="col" className="py-2 text-left font-medium">
                  {t('errors.remedy')}
                </th>
              </tr>
            </thead>
            <tbody>
              {page.nodes.map((issue) => (
                <tr key={`${issue.line}.${issue.column}.${issue.code}`} className="border-b border-line align-top">
                  <td className="py-2 pr-4 text-right text-muted">{issue.line}</td>
                  <td className="py-2 pr-4 font-mono text-12">{issue.column}</td>
                  <td className="max-w-56 py-2 pr-4 font-mono text-12 break-words">{issue.value}</td>
                  <td className="max-w-[60ch] py-2">
                    {issueRemedy(t, i18n, issue)}{' '}
                    <span className="font-mono text-12 whitespace-nowrap text-muted">
                      {issue.level === 'WARNING' ? `${t('errors.warning')} · ` : ''}
                      {issue.code}
                    </span>
                  </td>
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

interface ImportErrorsProps {
  readonly id: string;
  readonly fileUrl: string | null;
  readonly rejected: number;
}
