import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { CopyButton } from '../controls/copy-button.tsx';
import type { EvidenceItemFragment, EvidencePageFragment, TileMetricFragment } from '../generated/graphql.ts';
import { MoreEvidenceDocument } from '../generated/graphql.ts';
import { useGraph } from '../graph/graph-context.ts';
import { useFormat } from '../language/use-format.ts';
import { Empty } from '../states/empty.tsx';
import { FailureNote } from '../states/failure-note.tsx';
import { evidenceCitation } from './citation.ts';
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

function EvidenceItem({ evidence }: { evidence: EvidenceItemFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [whole, setWhole] = useState(false);
  const { score, session } = evidence;
  return (
    <li className="grid gap-2 rounded-base border border-line p-3">
      <blockquote lang={evidence.language === 'und' ? undefined : evidence.language} className="text-14 text-ink">
        {`“${evidence.snippet}”`}
      </blockquote>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-12 text-muted">
        <span className={`rounded-full px-2 py-0.5 font-medium ${directionLooks[score.direction]}`}>
          {t(`direction.${score.direction}`)}
        </span>
        <span>{t('why.levelIs', { level: format.level(score.level) })}</span>
        <span aria-hidden="true">·</span>
        <span>{t('why.confidenceIs', { confidence: format.certainty(score.confidence) })}</span>
        <span aria-hidden="true">·</span>
        <span>{score.modelVersion}</span>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 text-12 text-muted">
        <span className="min-w-0">
          {session !== null && `${session.sourceId} · ${format.date(session.startedAt)} · `}
          <button
            type="button"
            onClick={() => setWhole(!whole)}
            aria-expanded={whole}
            aria-label={t('why.hash')}
            className="min-h-6 rounded-base text-left font-mono break-all hover:text-ink"
          >
            {whole ? evidence.hash : `${evidence.hash.slice(0, 12)}…`}
          </button>
        </span>
        <CopyButton text={evidenceCitation(evidence)} label={t('cite.label')} name={t('cite.evidence')} />
      </div>
    </li>
  );
}

const directionLooks = {
  GAIN: 'bg-good-tint text-good',
  SETBACK: 'bg-bad-tint text-bad',
  MIXED: 'bg-information-tint text-information',
} as const;
