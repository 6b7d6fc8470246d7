import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { ModalDialog } from '../controls/modal-dialog.tsx';
import type { MemberRowFragment } from '../generated/graphql.ts';
import { useChangeMemberRoleMutation } from '../generated/hooks.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';
import { RoleField, roleIn } from './role-field.tsx';

export function ChangeRoleDialog({ member, onClose }: { member: MemberRowFragment; onClose: () => void }) {
  const { t } = useTranslation();
  const [change, { loading, error }] = useChangeMemberRoleMutation();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const role = roleIn(new FormData(event.currentTarget));
    setRefusal(null);
    const { data } = await change({ variables: { input: { memberId: member.id, role } } });
    if (data?.changeMemberRole?.__typename === 'Refused') setRefusal(data.changeMemberRole);
    else if (data?.changeMemberRole) onClose();
  };
  return (
    <ModalDialog title={t('members.changeTitle', { name: member.name })} onClose={onClose}>
      <form onSubmit={submit} className="grid gap-4">
        {refusal !== null && <RefusalNote refusal={refusal} />}
        {error !== undefined && <FailureNote error={error} />}
        <RoleField label={t('account.role')} initial={member.role} />
        <p className="text-13 text-muted">{t('members.changeNote')}</p>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look="primary" busy={loading}>
            {t('members.changeSubmit')}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
}
