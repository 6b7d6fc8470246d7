import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { ModalDialog } from '../controls/modal-dialog.tsx';
import type { ProviderSettingsFragment } from '../generated/graphql.ts';
import { useUpdateProviderMutation } from '../generated/hooks.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';
import { ProviderFields } from './provider-fields.tsx';
import { providerValues } from './provider-values.ts';

/** Everything but the kind of provider can be changed; a secret that is left empty stays as it is. */
export function EditProviderDialog({ provider, onSaved, onClose }: EditProviderDialogProps) {
  const { t } = useTranslation();
  const [update, { loading, error }] = useUpdateProviderMutation();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set());

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { secret, ...values } = providerValues(new FormData(event.currentTarget));
    const empty = (['name', 'baseUrl'] as const).filter((name) => values[name] === '');
    setRefusal(null);
    setMissing(new Set(empty));
    if (empty.length > 0) return;
    const input = { id: provider.id, ...values, ...(secret === '' ? {} : { secret }) };
    const saved = (await update({ variables: { input } })).data?.updateProviderConnection;
    if (saved?.__typename === 'Refused') setRefusal(saved);
    if (saved?.__typename === 'ProviderConnectionChanged') onSaved();
  };

  return (
    <ModalDialog title={t('providers.edit')} onClose={onClose}>
      <form onSubmit={submit} noValidate className="grid gap-4">
        {refusal !== null && <RefusalNote refusal={refusal} />}
        {error !== undefined && <FailureNote error={error} />}
        <ProviderFields kind={provider.provider} known={provider} missing={missing} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look="primary" busy={loading}>
            {t('providers.editSubmit')}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
}

interface EditProviderDialogProps {
  readonly provider: ProviderSettingsFragment;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}
