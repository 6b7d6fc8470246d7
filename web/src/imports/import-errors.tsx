import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, buttonClass } from '../controls/button.tsx';
import { type Column, DataTable } from '../controls/data-table.tsx';
import { Icon } from '../controls/icon.tsx';
import { Panel } from '../controls/panel.tsx';
import { useHasScope } from '../frame/viewer-context.ts';
import type { ImportDetailFragment, ImportErrorsQuery } from '../generated/graphql.ts';
import { useImportErrorsQuery } from '../generated/hooks.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { isRunning } from './import-state.ts';
import { issueRemedy } from './issue-remedy.ts';
import { MendRows } from './mend-rows.tsx';

/** The rows that were not taken, why, and what to do; and the file that holds just them, to be mended and imported again. */
export function ImportErrors({ run }: { run: ImportDetailFragment }) {
  const { id, errorFileUrl: fileUrl } = run;
  const { rejected } = run.account;
  const { t, i18n } = useTranslation();
  const [mending, setMending] = useState(false);
  const mayMend = (useHasScope('imports:write') ?? false) && rejected <= mostMendedHere && !isRunning(run.status);
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
  const columns: readonly Column<Issue>[] = [
    { key: 'line', title: t('errors.line'), side: 'right', className: 'text-muted', cell: ({ line }) => line },
    { key: 'column', title: t('errors.column'), className: 'font-mono text-12', cell: ({ column }) => column },
    {
      key: 'value',
      title: t('errors.value'),
      className: 'max-w-56 font-mono text-12 break-words',
      cell: ({ value }) => value,
    },
    {
      key: 'remedy',
      title: t('errors.remedy'),
      className: 'max-w-[60ch]',
      cell: (issue) => (
        <>
          {issueRemedy(t, i18n, issue)}{' '}
          <span className="font-mono text-12 whitespace-nowrap text-muted">
            {issue.level === 'WARNING' ? `${t('errors.warning')} · ` : ''}
            {issue.code}
          </span>
        </>
      ),
    },
  ];
  if (mending && fileUrl !== null) {
    const { fileName, dialect } = run;
    return <MendRows {...{ id, fileUrl, fileName, delimiter: dialect.delimiter }} onClose={() => setMending(false)} />;
  }
  return (
    <Panel
      title={page === null ? t('errors.title') : t('errors.count', { count: page.totalCount })}
      note={t('errors.note')}
      actions={
        fileUrl !== null && (
          <span className="flex flex-wrap gap-2">
            <a href={fileUrl} download className={buttonClass('secondary')}>
              <Icon name="download" />
              {t('errors.download')}
            </a>
            {mayMend && <Button onClick={() => setMending(true)}>{t('mend.open')}</Button>}
          </span>
        )
      }
    >
      {error !== undefined && <FailureNote error={error} onRetry={() => void refetch()} />}
      {page === null && loading && <Loading />}
      {page !== null && page.nodes.length > 0 && (
        <DataTable
          look="dense"
          name={t('errors.title')}
          columns={columns}
          rows={page.nodes}
          keyOf={({ line, column, code }) => `${line}.${column}.${code}`}
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

/** Beyond so many a spreadsheet is the better place. */
const mostMendedHere = 200;

type Issue = NonNullable<NonNullable<ImportErrorsQuery['import']>['errors']>['nodes'][number];
