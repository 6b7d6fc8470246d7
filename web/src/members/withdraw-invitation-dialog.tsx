import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { ModalDialog } from '../controls/modal-dialog.tsx';
import type { InvitationRowFragment } from '../generated/graphql.ts';
import { useWithdrawInvitationMutation } from '../generated/hooks.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';

export function WithdrawInvitationDialog({ invitation, onClose }: WithdrawInvitationDialogProps) {
  const { t } = useTranslation();
  const [withdraw, { loading, error }] = useWithdrawInvitationMutation();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const confirm = async () => {
    setRefusal(null);
    const { data } = await withdraw({ variables: { id: invitation.id } });
    if (data?.withdrawInvitation?.__typename === 'Refused') setRefusal(data.withdrawInvitation);
    else if (data?.withdrawInvitation) onClose();
  };
  return (
    <ModalDialog role="alertdialog" title={t('members.withdrawTitle', { email: invitation.email })} onClose={onClose}>
      <p className="text-soft">{t('members.withdrawText')}</p>
      {refusal !== null && <RefusalNote refusal={refusal} />}
      {error !== undefined && <FailureNote error={error} />}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose} autoFocus>
          {t('members.keepInvitation')}
        </Button>
        <Button look="danger" onClick={confirm} busy={loading}>
          {t('members.withdraw')}
        </Button>
      </div>
    </ModalDialog>
  );
}

interface WithdrawInvitationDialogProps {
  readonly invitation: InvitationRowFragment;
  readonly onClose: () => void;
}
