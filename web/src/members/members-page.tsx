import { useTranslation } from 'react-i18next';
import { useBegun } from '../commands/use-begun.ts';
import { Button } from '../controls/button.tsx';
import { Page } from '../controls/page.tsx';
import { Panel } from '../controls/panel.tsx';
import { useHasScope } from '../frame/viewer-context.ts';
import { useMembersQuery } from '../generated/hooks.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { NotAllowed } from '../states/not-allowed.tsx';
import { InvitationPanel } from './invitation-panel.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { MemberTable } from './member-table.tsx';

/** Who belongs to the company, what they may do, and who was asked to join. */
export function MembersPage() {
  const { t } = useTranslation();
  const mayRead = useHasScope('members:read');
  const mayWrite = useHasScope('members:write') ?? false;
  const { data, error, loading, refetch, fetchMore } = useMembersQuery({ fetchPolicy: 'cache-and-network' });
  const [inviting, setInviting] = useBegun('inviting');
  const page = data?.members ?? null;
  if (mayRead === false) return <NotAllowed title={t('members.title')} scope="members:read" />;
  return (
    <Page
      title={t('members.title')}
      lead={t('members.lead')}
      aside={
        mayWrite && (
          <Button look="primary" icon="account" onClick={() => setInviting(true)}>
            {t('members.invite')}
          </Button>
        )
      }
    >
      <Panel
        title={t('members.list')}
        note={page === null ? undefined : t('members.count', { count: page.totalCount })}
      >
        {error !== undefined && <FailureNote error={error} onRetry={() => void refetch()} />}
        {page === null && loading && <Loading />}
        {page !== null && <MemberTable members={page.nodes} mayWrite={mayWrite} onRemoved={() => void refetch()} />}
        {page?.pageInfo.hasNextPage && (
          <div>
            <Button onClick={() => void fetchMore({ variables: { after: page.pageInfo.endCursor } })} busy={loading}>
              {t('more')}
            </Button>
          </div>
        )}
      </Panel>
      <InvitationPanel mayWrite={mayWrite} />
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </Page>
  );
}
