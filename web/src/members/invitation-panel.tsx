import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { Panel } from '../controls/panel.tsx';
import { useInvitationsQuery, useResendInvitationMutation } from '../generated/hooks.ts';
import { Empty } from '../states/empty.tsx';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';
import { InvitationTable } from './invitation-table.tsx';

/** Who was asked to join. While a mail is on its way the list looks again by itself. */
export function InvitationPanel({ mayWrite }: { mayWrite: boolean }) {
  const { t } = useTranslation();
  const { data, error, loading, refetch, fetchMore } = useInvitationsQuery({ fetchPolicy: 'cache-and-network' });
  const [resend, resending] = useResendInvitationMutation();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const page = data?.invitations ?? null;
  const isMailing = page?.nodes.some(({ mail, state }) => mail === 'WAITING' && state === 'PENDING') ?? false;
  useEffect(() => {
    if (!isMailing) return;
    const timer = setInterval(() => void refetch(), 2_000);
    return () => clearInterval(timer);
  }, [isMailing, refetch]);
  const sendAgain = async (id: string) => {
    setRefusal(null);
    const answer = await resend({ variables: { id } });
    if (answer.data?.resendInvitation?.__typename === 'Refused') setRefusal(answer.data.resendInvitation);
  };
  return (
    <Panel title={t('members.invitations')} note={t('members.invitationsNote')}>
      {refusal !== null && <RefusalNote refusal={refusal} />}
      {resending.error !== undefined && <FailureNote error={resending.error} />}
      {error !== undefined && <FailureNote error={error} onRetry={() => void refetch()} />}
      {page === null && loading && <Loading />}
      {page?.nodes.length === 0 && <Empty title={t('members.noInvitations')}>{t('members.noInvitationsText')}</Empty>}
      {page !== null && page.nodes.length > 0 && (
        <InvitationTable invitations={page.nodes} mayWrite={mayWrite} onResend={(id) => void sendAgain(id)} />
      )}
      {page?.pageInfo.hasNextPage && (
        <div>
          <Button onClick={() => void fetchMore({ variables: { after: page.pageInfo.endCursor } })} busy={loading}>
            {t('more')}
          </Button>
        </div>
      )}
    </Panel>
  );
}
