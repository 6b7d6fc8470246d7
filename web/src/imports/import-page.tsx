import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Page } from '../controls/page.tsx';
import { useHasScope } from '../frame/viewer-context.ts';
import { useImportDetailPageQuery } from '../generated/hooks.ts';
import { useFormat } from '../language/use-format.ts';
import { Empty } from '../states/empty.tsx';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { NotAllowed } from '../states/not-allowed.tsx';
import { ImportErrors } from './import-errors.tsx';
import { ImportPlan } from './import-plan.tsx';
import { ImportRun } from './import-run.tsx';
import { isBeingChecked, isRunning } from './import-state.ts';
import { StatusBadge } from './status-badge.tsx';
import { useLiveImport } from './use-live-import.ts';

/** One import from its check to its end. Reload it at any moment: it picks up where the run is. */
export function ImportPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const format = useFormat();
  const mayRead = useHasScope('imports:read');
  const { data, error, loading, refetch } = useImportDetailPageQuery({
    variables: { id },
    fetchPolicy: 'cache-and-network',
  });
  const found = data?.import ?? null;
  const live = useLiveImport(id, found !== null && (isRunning(found.status) || isBeingChecked(found)));

  if (mayRead === false) return <NotAllowed title={t('imports.title')} scope="imports:read" />;
  return (
    <Page
      above={[{ to: '/imports', label: t('imports.title') }]}
      title={found?.fileName ?? t('imports.one')}
      {...(found ? { lead: `${format.bytes(found.byteSize)} · ${format.dateTime(found.createdAt)}` } : {})}
      aside={found && <StatusBadge status={found.status} />}
    >
      {error !== undefined && <FailureNote error={error} onRetry={() => void refetch()} />}
      {found === null && loading && <Loading />}
      {found === null && !loading && error === undefined && (
        <Empty title={t('imports.gone.title')}>{t('imports.gone.text')}</Empty>
      )}
      {found !== null &&
        (found.status === 'PLANNED' ? <ImportPlan plan={found} /> : <ImportRun run={found} live={live} />)}
      {found !== null && found.account.rejected > 0 && <ImportErrors key={id} run={found} />}
    </Page>
  );
}
