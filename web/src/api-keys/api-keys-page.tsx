import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBegun } from '../commands/use-begun.ts';
import { Button } from '../controls/button.tsx';
import { Page } from '../controls/page.tsx';
import { Panel } from '../controls/panel.tsx';
import { useHasScope } from '../frame/viewer-context.ts';
import { useApiKeysQuery } from '../generated/hooks.ts';
import { Empty } from '../states/empty.tsx';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { NotAllowed } from '../states/not-allowed.tsx';
import { CreateKeyDialog } from './create-key-dialog.tsx';
import { type IssuedKey, IssuedKeyDialog } from './issued-key-dialog.tsx';
import { KeyTable } from './key-table.tsx';
import { PartnerExample } from './partner-example.tsx';

/** The keys with which partner systems read this company's numbers. */
export function ApiKeysPage() {
  const { t } = useTranslation();
  const mayRead = useHasScope('keys:read');
  const mayWrite = useHasScope('keys:write') ?? false;
  const { data, error, loading, refetch, fetchMore } = useApiKeysQuery({ fetchPolicy: 'cache-and-network' });
  const [creating, setCreating] = useBegun('creating');
  const [issued, setIssued] = useState<IssuedKey | null>(null);
  const page = data?.apiKeys ?? null;
  const show = (key: IssuedKey) => {
    setCreating(false);
    setIssued(key);
    void refetch();
  };

  if (mayRead === false) return <NotAllowed title={t('keys.title')} scope="keys:read" />;
  return (
    <Page
      title={t('keys.title')}
      lead={t('keys.lead')}
      aside={
        mayWrite && (
          <Button look="primary" icon="keys" onClick={() => setCreating(true)}>
            {t('keys.create')}
          </Button>
        )
      }
    >
      <Panel title={t('keys.list')} note={page?.totalCount ? t('keys.count', { count: page.totalCount }) : undefined}>
        {error !== undefined && <FailureNote error={error} onRetry={() => void refetch()} />}
        {page === null && loading && <Loading />}
        {page?.nodes.length === 0 && <Empty title={t('keys.empty.title')}>{t('keys.empty.text')}</Empty>}
        {page !== null && page.nodes.length > 0 && <KeyTable keys={page.nodes} mayWrite={mayWrite} onIssued={show} />}
        {page?.pageInfo.hasNextPage && (
          <div>
            <Button onClick={() => void fetchMore({ variables: { after: page.pageInfo.endCursor } })} busy={loading}>
              {t('more')}
            </Button>
          </div>
        )}
      </Panel>
      <PartnerExample />
      {creating && <CreateKeyDialog onIssued={show} onClose={() => setCreating(false)} />}
      {issued !== null && <IssuedKeyDialog issued={issued} onClose={() => setIssued(null)} />}
    </Page>
  );
}
