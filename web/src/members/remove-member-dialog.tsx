import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { ModalDialog } from '../controls/modal-dialog.tsx';
import type { MemberRowFragment } from '../generated/graphql.ts';
import { useRemoveMemberMutation } from '../generated/hooks.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';

export function RemoveMemberDialog({ member, onRemoved, onClose }: RemoveMemberDialogProps) {
  const { t } = useTranslation();
  const [remove, { loading, error }] = useRemoveMemberMutation();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const confirm = async () => {
    setRefusal(null);
    const { data } = await remove({ variables: { input: { memberId: member.id } } });
    if (data?.removeMember?.__typename === 'Refused') setRefusal(data.removeMember);
    else if (data?.removeMember) onRemoved();
  };
  return (
    <ModalDialog role="alertdialog" title={t('members.removeTitle', { name: member.name })} onClose={onClose}>
      <p className="text-soft">{t('members.removeText')}</p>
      {refusal !== null && <RefusalNote refusal={refusal} />}
      {error !== undefined && <FailureNote error={error} />}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose} autoFocus>
          {t('members.keep')}
        </Button>
        <Button look="danger" onClick={confirm} busy={loading}>
          {t('members.remove')}
        </Button>
      </div>
    </ModalDialog>
  );
}

interface RemoveMemberDialogProps {
  readonly member: MemberRowFragment;
  readonly onRemoved: () => void;
  readonly onClose: () => void;
}
