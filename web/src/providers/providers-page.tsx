import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../controls/button.tsx';
import { Page } from '../controls/page.tsx';
import { Panel } from '../controls/panel.tsx';
import { useHasScope } from '../frame/viewer-context.ts';
import { useProvidersQuery } from '../generated/hooks.ts';
import { Empty } from '../states/empty.tsx';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { NotAllowed } from '../states/not-allowed.tsx';
import { CreateProviderDialog } from './create-provider-dialog.tsx';
import { ProviderTable } from './provider-table.tsx';

/** Connections to learning providers, from which completions and progress are pulled. */
export function ProvidersPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayRead = useHasScope('imports:read');
  const mayWrite = useHasScope('imports:write') ?? false;
  const { data, error, loading, refetch, fetchMore } = useProvidersQuery({
    fetchPolicy: 'cache-and-network',
    pollInterval: 10_000,
  });
  const [creating, setCreating] = useState(false);
  const page = data?.providerConnections ?? null;

  if (mayRead === false) return <NotAllowed title={t('providers.title')} scope="imports:read" />;
  return (
    <Page
      title={t('providers.title')}
      lead={t('providers.lead')}
      aside={
        mayWrite && (
          <Button look="primary" icon="download" onClick={() => setCreating(true)}>
            {t('providers.create')}
          </Button>
        )
      }
    >
      <Panel
        title={t('providers.list')}
        note={page?.totalCount ? t('providers.count', { count: page.totalCount }) : undefined}
      >
        {error !== undefined && <FailureNote error={error} onRetry={() => void refetch()} />}
        {page === null && loading && <Loading />}
        {page?.nodes.length === 0 && <Empty title={t('providers.empty.title')}>{t('providers.empty.text')}</Empty>}
        {page !== null && page.nodes.length > 0 && <ProviderTable providers={page.nodes} />}
        {page?.pageInfo.hasNextPage && (
          <div>
            <Button onClick={() => void fetchMore({ variables: { after: page.pageInfo.endCursor } })} busy={loading}>
              {t('more')}
            </Button>
          </div>
        )}
      </Panel>
      {creating && (
        <CreateProviderDialog
          onCreated={(id) => void navigate(`/providers/${id}`)}
          onClose={() => setCreating(false)}
        />
      )}
    </Page>
  );
}
