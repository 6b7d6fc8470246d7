import { useTranslation } from 'react-i18next';
import { Page } from '../controls/page.tsx';
import { useHasScope } from '../frame/viewer-context.ts';
import { useSocialReturnQuery } from '../generated/hooks.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { NotAllowed } from '../states/not-allowed.tsx';
import { AccountEditor } from './account-editor.tsx';
import { AccountHistory } from './account-history.tsx';
import { ProxyRegister } from './proxy-register.tsx';

/** How the company's social return is worked out: tried as it is written, saved by who may. */
export function SocialReturnPage() {
  const { t } = useTranslation();
  const mayRead = useHasScope('metrics:read');
  const mayWrite = useHasScope('impact:write') ?? false;
  const { data, error, loading, refetch } = useSocialReturnQuery({ fetchPolicy: 'cache-and-network' });
  if (mayRead === false) return <NotAllowed title={t('socialReturn.title')} scope="metrics:read" />;
  const company = data?.viewer?.company;
  const account = data?.sroiAccount ?? null;
  const proxies = data?.sroiProxies ?? [];
  return (
    <Page title={t('socialReturn.title')} lead={t('socialReturn.lead')}>
      {error !== undefined && <FailureNote error={error} onRetry={() => void refetch()} />}
      {data === undefined && loading && <Loading />}
      {company !== undefined && (
        <>
          <AccountEditor
            company={company}
            account={account}
            proxies={proxies}
            mayWrite={mayWrite}
            onSaved={() => void refetch()}
          />
          <ProxyRegister
            proxies={proxies}
            currency={account?.currency ?? company.currency}
            mayWrite={mayWrite}
            onSaved={() => void refetch()}
          />
          {account !== null && <AccountHistory account={account} />}
        </>
      )}
    </Page>
  );
}
