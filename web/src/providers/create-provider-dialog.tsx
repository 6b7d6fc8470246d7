import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { ModalDialog } from '../controls/modal-dialog.tsx';
import { SelectField } from '../controls/select-field.tsx';
import type { LearningProvider } from '../generated/graphql.ts';
import { useCreateProviderMutation } from '../generated/hooks.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';
import { ProviderFields } from './provider-fields.tsx';
import { providerValues } from './provider-values.ts';

const kinds = ['XAPI', 'ONEROSTER', 'ECORNELL', 'ITSLEARNING'] as const satisfies readonly LearningProvider[];

export function CreateProviderDialog({ onCreated, onClose }: CreateProviderDialogProps) {
  const { t } = useTranslation();
  const [create, { loading, error }] = useCreateProviderMutation({ refetchQueries: ['Providers'] });
  const [kind, setKind] = useState<LearningProvider>('XAPI');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set());

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const values = providerValues(new FormData(event.currentTarget));
    const empty = (['name', 'baseUrl', 'secret'] as const).filter((name) => values[name] === '');
    setRefusal(null);
    setMissing(new Set(empty));
    if (empty.length > 0) return;
    const { tokenUrl, clientId, recordsPath } = values;
    const input = {
      provider: kind,
      ...values,
      tokenUrl: tokenUrl || null,
      clientId: clientId || null,
      recordsPath: recordsPath || null,
    };
    const { data } = await create({ variables: { input } });
    const made = data?.createProviderConnection;
    if (made?.__typename === 'Refused') setRefusal(made);
    if (made?.__typename === 'ProviderConnectionChanged') onCreated(made.connection.id);
  };

  return (
    <ModalDialog title={t('providers.create')} onClose={onClose}>
      <form onSubmit={submit} noValidate className="grid gap-4">
        {refusal !== null && <RefusalNote refusal={refusal} />}
        {error !== undefined && <FailureNote error={error} />}
        <SelectField
          label={t('providers.kind')}
          value={kind}
          onChange={({ target }) => setKind(kinds.find((each) => each === target.value) ?? 'XAPI')}
        >
          {kinds.map((each) => (
            <option key={each} value={each}>
              {t(`learningProvider.${each}`)}
            </option>
          ))}
        </SelectField>
        <ProviderFields kind={kind} known={null} missing={missing} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look="primary" busy={loading}>
            {t('providers.createSubmit')}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
}

interface CreateProviderDialogProps {
  readonly onCreated: (id: string) => void;
  readonly onClose: () => void;
}
