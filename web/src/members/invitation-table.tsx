import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { type Column, DataTable } from '../controls/data-table.tsx';
import type { InvitationRowFragment } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';
import { WithdrawInvitationDialog } from './withdraw-invitation-dialog.tsx';

export function InvitationTable({ invitations, mayWrite, onResend }: InvitationTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [withdrawing, setWithdrawing] = useState<InvitationRowFragment | null>(null);
  const columns: readonly Column<InvitationRowFragment>[] = [
    {
      key: 'email',
      title: t('signIn.email'),
      namesRow: true,
      cell: ({ email, role }) => (
        <>
          <span className="block font-medium break-words">{email}</span>
          <span className="block text-13 text-muted">{t(`role.${role}`)}</span>
        </>
      ),
    },
    { key: 'state', title: t('keys.state'), cell: (invitation) => <StateCell invitation={invitation} /> },
    {
      key: 'invited',
      title: t('members.invited'),
      className: 'text-13 text-soft',
      cell: ({ invitedAt, invitedBy }) => (
        <>
          <span className="block whitespace-nowrap">{format.dateTime(invitedAt)}</span>
          {invitedBy !== null && <span className="block text-muted">{t('members.by', { name: invitedBy.name })}</span>}
        </>
      ),
    },
    {
      key: 'actions',
      title: t('keys.actions'),
      titleHidden: true,
      side: 'right',
      className: 'whitespace-nowrap',
      cell: (invitation) =>
        (invitation.state === 'PENDING' || invitation.state === 'EXPIRED') && (
          <>
            <Button
              look="quiet"
              onClick={() => onResend(invitation.id)}
              aria-label={t('members.resendNamed', { email: invitation.email })}
            >
              {t('members.resend')}
            </Button>
            <Button
              look="quiet"
              className="text-bad!"
              onClick={() => setWithdrawing(invitation)}
              aria-label={t('members.withdrawNamed', { email: invitation.email })}
            >
              {t('members.withdraw')}
            </Button>
          </>
        ),
    },
  ];
  return (
    <>
      <DataTable
        name={t('members.invitations')}
        columns={mayWrite ? columns : columns.slice(0, -1)}
        rows={invitations}
        keyOf={({ id }) => id}
      />
      {withdrawing !== null && (
        <WithdrawInvitationDialog invitation={withdrawing} onClose={() => setWithdrawing(null)} />
      )}
    </>
  );
}

function StateCell({ invitation }: { invitation: InvitationRowFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { state, mail, mailFailure, expiresAt } = invitation;
  return (
    <>
      <span className={`inline-block rounded-full px-2 py-0.5 text-12 font-medium whitespace-nowrap ${looks[state]}`}>
        {t(`invitationState.${state}`)}
      </span>
      {state === 'PENDING' && (
        <span className="mt-1 block text-12 whitespace-nowrap text-muted">
          {t('keys.until', { time: format.dateTime(expiresAt) })}
        </span>
      )}
      {state === 'PENDING' && mail === 'WAITING' && (
        <span className="block text-12 text-muted">{t('members.mailWaiting')}</span>
      )}
      {state === 'PENDING' && mailFailure !== null && (
        <span className="mt-1 block max-w-60 text-12 font-medium text-bad">{t(`mailFailure.${mailFailure}`)}</span>
      )}
    </>
  );
}

const looks = {
  PENDING: 'bg-attention-tint text-attention',
  ACCEPTED: 'bg-good-tint text-good',
  EXPIRED: 'bg-pressed text-soft',
  WITHDRAWN: 'bg-pressed text-soft',
} as const;

interface InvitationTableProps {
  readonly invitations: readonly InvitationRowFragment[];
  readonly mayWrite: boolean;
  readonly onResend: (id: string) => void;
}
