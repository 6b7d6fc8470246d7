import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import type { EvidencePageFragment, TileMetricFragment } from '../generated/graphql.ts';
import { MoreEvidenceDocument } from '../generated/graphql.ts';
import { useGraph } from '../graph/graph-context.ts';
import { Empty } from '../states/empty.tsx';
import { FailureNote } from '../states/failure-note.tsx';
import { EvidenceItem } from './evidence-item.tsx';
import { usePaging } from './use-paging.ts';

/** The snippets behind an outcome level, the most certain first. Counts have none: their sessions are their evidence. */
export function EvidenceList({ metric, page }: { metric: TileMetricFragment; page: EvidencePageFragment | null }) {
  const { t } = useTranslation();
  const { client } = useGraph();
  const paging = usePaging(async () => {
    const variables = { id: metric.id, after: page?.pageInfo.endCursor ?? null };
    const { error } = await client.query({ query: MoreEvidenceDocument, variables, fetchPolicy: 'network-only' });
    if (error !== undefined) throw error;
  });
  if (metric.name !== 'OUTCOME_LEVEL' && !page?.nodes.length) return null;
  return (
    <section aria-label={t('why.evidence')} className="grid gap-3">
      <h3 className="text-14 font-strong">
        {page === null ? t('why.evidence') : t('why.evidenceCount', { count: page.totalCount })}
      </h3>
      {page === null && <p className="text-13 text-muted">{t('why.evidenceClosed')}</p>}
      {page?.nodes.length === 0 && <Empty title={t('why.noEvidence')}>{t('absence.NO_EVIDENCE')}</Empty>}
      {page !== null && page.nodes.length > 0 && (
        <ul className="grid gap-2">
          {page.nodes.map((evidence) => (
            <EvidenceItem key={evidence.id} evidence={evidence} />
          ))}
        </ul>
      )}
      {paging.error !== null && <FailureNote error={paging.error} onRetry={paging.more} />}
      {page?.pageInfo.hasNextPage && (
        <Button onClick={paging.more} busy={paging.busy}>
          {t('more')}
        </Button>
      )}
    </section>
  );
}
