import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { ModalDialog } from '../controls/modal-dialog.tsx';
import type { KeyRowFragment } from '../generated/graphql.ts';
import { useRevokeApiKeyMutation } from '../generated/hooks.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';

export function RevokeKeyDialog({ apiKey, onClose }: { apiKey: KeyRowFragment; onClose: () => void }) {
  const { t } = useTranslation();
  const [revoke, { loading, error }] = useRevokeApiKeyMutation();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const confirm = async () => {
    setRefusal(null);
    const { data } = await revoke({ variables: { id: apiKey.id } });
    if (data?.revokeApiKey?.__typename === 'Refused') setRefusal(data.revokeApiKey);
    else if (data) onClose();
  };
  return (
    <ModalDialog role="alertdialog" title={t('revoke.title', { name: apiKey.name })} onClose={onClose}>
      <p className="text-soft">{t('revoke.text')}</p>
      {refusal !== null && <RefusalNote refusal={refusal} />}
      {error !== undefined && <FailureNote error={error} />}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose} autoFocus>
          {t('revoke.keep')}
        </Button>
        <Button look="danger" onClick={confirm} busy={loading}>
          {t('keys.revoke')}
        </Button>
      </div>
    </ModalDialog>
  );
}
