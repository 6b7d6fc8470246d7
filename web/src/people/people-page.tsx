import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { Page } from '../controls/page.tsx';
import { Panel } from '../controls/panel.tsx';
import { BringData } from '../first-run/bring-data.tsx';
import { useAddress } from '../frame/use-address.ts';
import { useHasScope } from '../frame/viewer-context.ts';
import { usePeopleQuery } from '../generated/hooks.ts';
import { Empty } from '../states/empty.tsx';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { NotAllowed } from '../states/not-allowed.tsx';
import { PeopleFilters } from './people-filters.tsx';
import { filterOf, type PeopleSearch, readSearch } from './people-search.ts';
import { PeopleTable } from './people-table.tsx';

/** Everybody who takes part, narrowed by what stands in the address. */
export function PeoplePage() {
  const { t } = useTranslation();
  const mayRead = useHasScope('people:read');
  const { address, change, reset } = useAddress<keyof PeopleSearch>();
  const search = readSearch(address);
  const filter = filterOf(search);
  const { data, previousData, error, loading, refetch, fetchMore } = usePeopleQuery({
    variables: { filter },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const page = data?.participants ?? (loading ? (previousData?.participants ?? null) : null);

  if (mayRead === false) return <NotAllowed title={t('people.title')} scope="people:read" />;
  return (
    <Page title={t('people.title')} lead={t('people.lead')}>
      <Panel title={t('people.list')} note={page ? t('people.count', { count: page.totalCount }) : undefined}>
        <PeopleFilters search={search} onChange={change} onClear={() => reset()} />
        {error !== undefined && <FailureNote error={error} onRetry={() => void refetch()} />}
        {page === null && loading && <Loading />}
        {page?.nodes.length === 0 && filter === null && (
          <Empty title={t('people.empty.title')} action={<BringData />}>
            {t('people.empty.text')}
          </Empty>
        )}
        {page?.nodes.length === 0 && filter !== null && (
          <Empty title={t('people.none.title')}>{t('people.none.text')}</Empty>
        )}
        {page !== null && page.nodes.length > 0 && <PeopleTable people={page.nodes} />}
        {page?.pageInfo.hasNextPage && (
          <div>
            <Button onClick={() => void fetchMore({ variables: { after: page.pageInfo.endCursor } })} busy={loading}>
              {t('more')}
            </Button>
          </div>
        )}
      </Panel>
    </Page>
  );
}
