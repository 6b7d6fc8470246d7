import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Page } from '../controls/page.tsx';
import { Panel } from '../controls/panel.tsx';
import { useHasScope } from '../frame/viewer-context.ts';
import { useProviderPageQuery } from '../generated/hooks.ts';
import { useFormat } from '../language/use-format.ts';
import { Empty } from '../states/empty.tsx';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { NotAllowed } from '../states/not-allowed.tsx';
import { ProviderBadge } from './provider-badge.tsx';
import { ProviderPanel } from './provider-panel.tsx';
import { ProviderRuns } from './provider-runs.tsx';
import { providerState } from './provider-state.ts';

/** One connection: what it is doing, and every pull with what became of its records. */
export function ProviderPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const format = useFormat();
  const mayRead = useHasScope('imports:read');
  const mayWrite = useHasScope('imports:write') ?? false;
  const { data, error, loading, refetch, fetchMore } = useProviderPageQuery({
    variables: { id },
    fetchPolicy: 'cache-and-network',
    pollInterval: 5_000,
  });
  const found = data?.providerConnection ?? null;
  const runs = found?.runs ?? null;
  const next = found?.nextRunAt ?? null;

  if (mayRead === false) return <NotAllowed title={t('providers.title')} scope="imports:read" />;
  return (
    <Page
      above={[{ to: '/providers', label: t('providers.title') }]}
      title={found?.name ?? t('providers.one')}
      {...(found ? { lead: t(`learningProvider.${found.provider}`) } : {})}
      aside={found && <ProviderBadge state={providerState(found)} />}
    >
      {error !== undefined && <FailureNote error={error} onRetry={() => void refetch()} />}
      {found === null && loading && <Loading />}
      {found === null && !loading && error === undefined && (
        <Empty title={t('providers.gone.title')}>{t('providers.gone.text')}</Empty>
      )}
      {found !== null && <ProviderPanel provider={found} mayWrite={mayWrite} onChanged={() => void refetch()} />}
      {runs !== null && (
        <Panel
          title={t('providers.runs')}
          note={next === null ? t('providers.notPlanned') : t('providers.nextAt', { time: format.dateTime(next) })}
        >
          <ProviderRuns
            runs={runs}
            loading={loading}
            onMore={() => void fetchMore({ variables: { after: runs.pageInfo.endCursor } })}
          />
        </Panel>
      )}
    </Page>
  );
}
