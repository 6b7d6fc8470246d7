import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { CopyButton } from '../controls/copy-button.tsx';
import { type LineageSessionPageFragment, MoreLineageSessionsDocument } from '../generated/graphql.ts';
import { useGraph } from '../graph/graph-context.ts';
import { useFormat } from '../language/use-format.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { sessionCitation } from './citation.ts';
import { usePaging } from './use-paging.ts';

/** The sessions that the number counts or whose texts it was read from, newest first. */
export function SessionList({ metricId, page }: { metricId: string; page: LineageSessionPageFragment | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { client } = useGraph();
  const paging = usePaging(async () => {
    const variables = { id: metricId, after: page?.pageInfo.endCursor ?? null };
    const { error } = await client.query({
      query: MoreLineageSessionsDocument,
      variables,
      fetchPolicy: 'network-only',
    });
    if (error !== undefined) throw error;
  });
  return (
    <section aria-label={t('why.sessions')} className="grid gap-3">
      <h3 className="text-14 font-strong">{t('why.sessions')}</h3>
      {page === null && <p className="text-13 text-muted">{t('why.sessionsClosed')}</p>}
      {page?.nodes.length === 0 && <p className="text-13 text-muted">{t('why.noSessions')}</p>}
      {page !== null && page.nodes.length > 0 && (
        <ul className="grid">
          {page.nodes.map((session) => (
            <li key={session.id} className="flex items-center gap-3 border-b border-line py-2">
              <span className="grid min-w-0 flex-1">
                <span className="truncate text-14 text-ink">{session.sourceId}</span>
                <span className="truncate text-12 text-muted">
                  {session.programme.name} · {t('why.participant', { id: session.participant.id.slice(-6) })}
                </span>
              </span>
              <span className="grid shrink-0 text-right">
                <span className="text-13 text-soft">{format.date(session.startedAt)}</span>
                <span className="text-12 text-muted">
                  {t('why.minutes', { count: session.durationMinutes, minutes: format.hours(session.durationMinutes) })}
                </span>
              </span>
              <CopyButton
                text={sessionCitation({ ...session, programme: session.programme.name })}
                label={t('cite.label')}
                name={t('cite.session', { id: session.sourceId })}
              />
            </li>
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
