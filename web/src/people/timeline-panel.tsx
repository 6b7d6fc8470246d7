import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { Icon, type IconName } from '../controls/icon.tsx';
import { Panel } from '../controls/panel.tsx';
import { MoreParticipantSessionsDocument, type ParticipantPageQuery } from '../generated/graphql.ts';
import { useGraph } from '../graph/graph-context.ts';
import { useFormat } from '../language/use-format.ts';
import { Empty } from '../states/empty.tsx';
import { FailureNote } from '../states/failure-note.tsx';
import { usePaging } from '../why/use-paging.ts';
import { type TimelineEntry, timelineOf } from './timeline.ts';
import { TimelineWords } from './timeline-words.tsx';

/** What happened with a participant across all programmes, newest first. */
export function TimelinePanel({ person }: { person: NonNullable<ParticipantPageQuery['participant']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { client } = useGraph();
  const entries = timelineOf(person);
  const sessions = person.sessions ?? null;
  const paging = usePaging(async () => {
    const { error } = await client.query({
      query: MoreParticipantSessionsDocument,
      variables: { id: person.id, after: sessions?.pageInfo.endCursor ?? null },
      fetchPolicy: 'network-only',
    });
    if (error !== undefined) throw error;
  });
  return (
    <Panel
      title={t('timeline.title')}
      note={sessions ? t('timeline.sessions', { count: sessions.totalCount }) : undefined}
    >
      {entries.length === 0 && <Empty title={t('timeline.empty.title')}>{t('timeline.empty.text')}</Empty>}
      {entries.length > 0 && (
        <ol className="grid">
          {entries.map((entry) => (
            <li key={entry.key} className="flex gap-3 border-b border-line py-3 last:border-0">
              <Icon name={icons[entry.kind]} className="mt-0.5 size-4 text-muted" />
              <div className="grid min-w-0 flex-1 gap-1">
                <TimelineWords entry={entry} />
                <time dateTime={entry.time} className="text-12 text-muted">
                  {format.dateTime(entry.time)}
                </time>
              </div>
            </li>
          ))}
        </ol>
      )}
      {paging.error !== null && <FailureNote error={paging.error} onRetry={paging.more} />}
      {sessions?.pageInfo.hasNextPage && (
        <div>
          <Button onClick={paging.more} busy={paging.busy}>
            {t('more')}
          </Button>
        </div>
      )}
    </Panel>
  );
}

const icons = {
  session: 'chart',
  merged: 'copy',
  unmerged: 'undo',
  enrolled: 'check',
  survey: 'table',
} as const satisfies Record<TimelineEntry['kind'], IconName>;
