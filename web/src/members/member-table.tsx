import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { type Column, DataTable } from '../controls/data-table.tsx';
import { useViewer } from '../frame/viewer-context.ts';
import type { MemberRowFragment } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';
import { ChangeRoleDialog } from './change-role-dialog.tsx';
import { MemberSessions } from './member-sessions.tsx';
import { RemoveMemberDialog } from './remove-member-dialog.tsx';

export function MemberTable({ members, mayWrite, onRemoved }: MemberTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [asked, setAsked] = useState<{ to: Asked; member: MemberRowFragment } | null>(null);
  const close = () => setAsked(null);
  const columns: readonly Column<MemberRowFragment>[] = [
    {
      key: 'name',
      title: t('members.name'),
      namesRow: true,
      cell: ({ name, email }) => (
        <>
          <span className="block font-medium break-words">{name}</span>
          {name !== email && <span className="block text-13 break-words text-muted">{email}</span>}
        </>
      ),
    },
    { key: 'role', title: t('account.role'), cell: ({ role }) => t(`role.${role}`) },
    {
      key: 'joined',
      title: t('members.joined'),
      className: 'text-13 whitespace-nowrap text-soft',
      cell: ({ joinedAt }) => format.dateTime(joinedAt),
    },
    {
      key: 'signIn',
      title: t('members.lastSignIn'),
      className: 'text-13 whitespace-nowrap text-soft',
      cell: ({ lastSignInAt }) => (lastSignInAt === null ? t('members.never') : format.dateTime(lastSignInAt)),
    },
    {
      key: 'actions',
      title: t('keys.actions'),
      titleHidden: true,
      side: 'right',
      className: 'whitespace-nowrap',
      cell: (member) => <MemberActions member={member} onAsk={(to) => setAsked({ to, member })} />,
    },
  ];
  return (
    <>
      <DataTable
        name={t('members.list')}
        columns={mayWrite ? columns : columns.slice(0, -1)}
        rows={members}
        keyOf={({ id }) => id}
      />
      {asked?.to === 'change' && <ChangeRoleDialog member={asked.member} onClose={close} />}
      {asked?.to === 'sessions' && <MemberSessions member={asked.member} onClose={close} />}
      {asked?.to === 'remove' && (
        <RemoveMemberDialog
          member={asked.member}
          onClose={close}
          onRemoved={() => {
            close();
            onRemoved();
          }}
        />
      )}
    </>
  );
}

function MemberActions({ member, onAsk }: { member: MemberRowFragment; onAsk: (to: Asked) => void }) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const { id, name, role } = member;
  if (viewer?.member?.id === id) return <span className="text-13 text-muted">{t('members.you')}</span>;
  if (role === 'PLATFORM_ADMIN' && viewer?.role !== 'PLATFORM_ADMIN') return null;
  return (
    <>
      <Button look="quiet" onClick={() => onAsk('sessions')} aria-label={t('members.sessionsOf', { name })}>
        {t('members.sessions')}
      </Button>
      <Button look="quiet" onClick={() => onAsk('change')} aria-label={t('members.changeNamed', { name })}>
        {t('members.change')}
      </Button>
      <Button
        look="quiet"
        className="text-bad!"
        onClick={() => onAsk('remove')}
        aria-label={t('members.removeNamed', { name })}
      >
        {t('members.remove')}
      </Button>
    </>
  );
}

/** What is opened about a member. */
type Asked = 'change' | 'remove' | 'sessions';

interface MemberTableProps {
  readonly members: readonly MemberRowFragment[];
  readonly mayWrite: boolean;
  readonly onRemoved: () => void;
}
