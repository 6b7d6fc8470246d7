import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { ModalDialog } from '../controls/modal-dialog.tsx';
import { SelectField } from '../controls/select-field.tsx';
import { TextField } from '../controls/text-field.tsx';
import type { LearningProvider } from '../generated/graphql.ts';
import { useCreateProviderMutation } from '../generated/hooks.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';
import { takesToken } from './takes-token.ts';

const kinds = ['XAPI', 'ONEROSTER', 'ECORNELL', 'ITSLEARNING'] as const satisfies readonly LearningProvider[];
const intervals = [15, 60, 360, 1440] as const;

export function CreateProviderDialog({ onCreated, onClose }: CreateProviderDialogProps) {
  const { t } = useTranslation();
  const [create, { loading, error }] = useCreateProviderMutation({ refetchQueries: ['Providers'] });
  const [kind, setKind] = useState<LearningProvider>('XAPI');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set());

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const empty = ['name', 'baseUrl', 'secret'].filter((name) => text(name) === '');
    setRefusal(null);
    setMissing(new Set(empty));
    if (empty.length > 0) return;
    const input = {
      provider: kind,
      name: text('name'),
      baseUrl: text('baseUrl'),
      tokenUrl: text('tokenUrl') || null,
      clientId: text('clientId') || null,
      secret: text('secret'),
      recordsPath: text('recordsPath') || null,
      intervalMinutes: Number(form.get('interval')),
    };
    const { data } = await create({ variables: { input } });
    const made = data?.createProviderConnection;
    if (made?.__typename === 'Refused') setRefusal(made);
    if (made?.__typename === 'ProviderConnectionChanged') onCreated(made.connection.id);
  };
  const problem = (name: string) => (missing.has(name) ? t('providers.missing') : null);

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
        <TextField label={t('providers.name')} error={problem('name')} name="name" maxLength={200} autoComplete="off" />
        <TextField
          label={t('providers.address')}
          help={t('providers.addressHelp')}
          error={problem('baseUrl')}
          name="baseUrl"
          type="url"
          autoComplete="off"
          spellCheck={false}
        />
        {takesToken(kind) ? (
          <TextField
            label={t('providers.tokenUrl')}
            help={t('providers.tokenUrlHelp')}
            name="tokenUrl"
            type="url"
            autoComplete="off"
            spellCheck={false}
          />
        ) : (
          <TextField
            label={t('providers.recordsPath')}
            help={t('providers.recordsPathHelp')}
            name="recordsPath"
            autoComplete="off"
            spellCheck={false}
          />
        )}
        <TextField label={t('providers.client')} name="clientId" autoComplete="off" spellCheck={false} />
        <TextField
          label={t('providers.secret')}
          help={t('providers.secretHelp')}
          error={problem('secret')}
          name="secret"
          type="password"
          autoComplete="new-password"
        />
        <SelectField label={t('providers.interval')} name="interval" defaultValue="60">
          {intervals.map((minutes) => (
            <option key={minutes} value={minutes}>
              {minutes < 60
                ? t('providers.minutes', { count: minutes })
                : t('providers.hours', { count: minutes / 60 })}
            </option>
          ))}
        </SelectField>
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
