import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { Page } from '../controls/page.tsx';
import { Panel } from '../controls/panel.tsx';
import { BringData } from '../first-run/bring-data.tsx';
import { useAddress } from '../frame/use-address.ts';
import { useHasScope } from '../frame/viewer-context.ts';
import { useEvidenceCountsQuery, useEvidenceExplorerQuery } from '../generated/hooks.ts';
import { Empty } from '../states/empty.tsx';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { NotAllowed } from '../states/not-allowed.tsx';
import { EvidenceItem } from '../why/evidence-item.tsx';
import { CsrdCopy } from './csrd-copy.tsx';
import { EvidenceFilters } from './evidence-filters.tsx';
import { type EvidenceSearch, filterOf, readSearch } from './evidence-search.ts';

/** All that was said, redacted, narrowed by what stands in the address; what is chosen can be copied into a report. */
export function EvidencePage() {
  const { t } = useTranslation();
  const mayRead = useHasScope('evidence:read');
  const { address, change, reset } = useAddress<keyof EvidenceSearch>();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const search = readSearch(address);
  const filter = filterOf(search);
  const options = {
    variables: { filter },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  } as const;
  const { data, previousData, error, loading, refetch, fetchMore } = useEvidenceExplorerQuery(options);
  const counts = useEvidenceCountsQuery(options);
  const page = data?.evidence ?? (loading ? (previousData?.evidence ?? null) : null);
  const known = counts.data ?? counts.previousData;
  const choose = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };

  if (mayRead === false) return <NotAllowed title={t('evidence.title')} scope="evidence:read" />;
  const problem = error ?? counts.error;
  return (
    <Page title={t('evidence.title')} lead={t('evidence.lead')}>
      <Panel
        title={t('evidence.list')}
        note={page ? t('evidence.count', { count: page.totalCount }) : undefined}
        actions={
          page !== null &&
          page.nodes.length > 0 && (
            <CsrdCopy
              evidence={page.nodes.filter(({ id }) => chosen.has(id))}
              search={search}
              total={page.totalCount}
              directions={known?.evidenceFacets?.directions ?? []}
              company={known?.viewer?.company.name ?? ''}
            />
          )
        }
      >
        <EvidenceFilters
          search={search}
          facets={known?.evidenceFacets ?? null}
          onChange={change}
          onClear={() => reset()}
        />
        {problem !== undefined && <FailureNote error={problem} onRetry={() => void refetch()} />}
        {page === null && loading && <Loading />}
        {page?.nodes.length === 0 && (
          <Empty
            title={t(filter === null ? 'evidence.empty.title' : 'evidence.none.title')}
            action={filter === null && <BringData />}
          >
            {t(filter === null ? 'evidence.empty.text' : 'evidence.none.text')}
          </Empty>
        )}
        {page !== null && page.nodes.length > 0 && (
          <ul className="grid gap-2">
            {page.nodes.map((evidence) => (
              <EvidenceItem
                key={evidence.id}
                evidence={evidence}
                named
                choice={
                  <input
                    type="checkbox"
                    aria-label={t('evidence.choose', { snippet: evidence.snippet })}
                    checked={chosen.has(evidence.id)}
                    onChange={() => choose(evidence.id)}
                    className="mt-0.5 size-6 shrink-0 accent-(--accent-3)"
                  />
                }
              />
            ))}
          </ul>
        )}
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
