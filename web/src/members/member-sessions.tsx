import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { ModalDrawer } from '../controls/modal-drawer.tsx';
import type { EndMemberSessionMutation, MemberRowFragment } from '../generated/graphql.ts';
import {
  useEndMemberSessionMutation,
  useEndMemberSessionsMutation,
  useMemberSessionsQuery,
} from '../generated/hooks.ts';
import { useFormat } from '../language/use-format.ts';
import { Empty } from '../states/empty.tsx';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';

/** Where a member is signed in to the company. Ending a session takes this company from it within a second. */
export function MemberSessions({ member, onClose }: { member: MemberRowFragment; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { sessions, error, busy, refusal, end, endAll, reload } = useMemberSessions(member.id);
  return (
    <ModalDrawer
      title={t('members.sessionsOf', { name: member.name })}
      subtitle={t('members.sessionsNote')}
      onClose={onClose}
    >
      <div className="grid gap-4">
        {error !== undefined && <FailureNote error={error} onRetry={reload} />}
        {refusal !== null && <RefusalNote refusal={refusal} />}
        {sessions === null && error === undefined && <Loading />}
        {sessions?.length === 0 && <Empty title={t('members.noSessions')}>{t('members.noSessionsText')}</Empty>}
        <ul className="grid">
          {sessions?.map(({ id, browser, system, signedInAt, lastSeenAt }) => {
            const name = [browser, system].filter((part) => part !== null).join(', ') || t('sessions.unknown');
            return (
              <li
                key={id}
                className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-2.5 last:border-0"
              >
                <span className="grid min-w-0">
                  <span className="font-medium">{name}</span>
                  <span className="text-13 text-muted">
                    {t('sessions.since', { time: format.dateTime(signedInAt) })}
                  </span>
                  <span className="text-13 text-muted">
                    {t('members.lastSeen', { time: format.dateTime(lastSeenAt) })}
                  </span>
                </span>
                <Button busy={busy} onClick={() => end(id)} aria-label={t('sessions.endNamed', { browser: name })}>
                  {t('sessions.end')}
                </Button>
              </li>
            );
          })}
        </ul>
        {sessions !== null && (
          <Button look="danger" className="justify-self-start" busy={busy} onClick={endAll}>
            {t('members.endAll')}
          </Button>
        )}
      </div>
    </ModalDrawer>
  );
}

function useMemberSessions(memberId: string) {
  const { data, error, refetch } = useMemberSessionsQuery({ variables: { id: memberId }, fetchPolicy: 'network-only' });
  const [endOne, one] = useEndMemberSessionMutation();
  const [endEvery, every] = useEndMemberSessionsMutation();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const settle = (answer: EndMemberSessionMutation['endMemberSession'] | undefined) => {
    setRefusal(answer?.__typename === 'Refused' ? answer : null);
    void refetch();
  };
  return {
    sessions: data?.member?.sessions ?? null,
    error: error ?? one.error ?? every.error,
    busy: one.loading || every.loading,
    refusal,
    end: async (id: string) => settle((await endOne({ variables: { id } })).data?.endMemberSession),
    endAll: async () => settle((await endEvery({ variables: { memberId } })).data?.endMemberSessions),
    reload: () => void refetch(),
  };
}
