import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { ModalDialog } from '../controls/modal-dialog.tsx';
import { SelectField } from '../controls/select-field.tsx';
import { TextField } from '../controls/text-field.tsx';
import { useCreateApiKeyMutation } from '../generated/hooks.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';
import type { IssuedKey } from './issued-key-dialog.tsx';
import { keyScopes } from './key-scopes.ts';

export function CreateKeyDialog({ onIssued, onClose }: CreateKeyDialogProps) {
  const { t } = useTranslation();
  const [create, { loading, error }] = useCreateApiKeyMutation();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [problems, setProblems] = useState<{ name: boolean; scopes: boolean }>({ name: false, scopes: false });

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const name = String(form.get('name')).trim();
    const scopes = form.getAll('scope').map(String);
    setRefusal(null);
    setProblems({ name: name === '', scopes: scopes.length === 0 });
    if (name === '' || scopes.length === 0) return;
    const input = { name, scopes, expiresInDays: Number(form.get('days')) };
    const { data } = await create({ variables: { input } });
    const made = data?.createApiKey;
    if (made?.__typename === 'Refused') setRefusal(made);
    if (made?.__typename === 'ApiKeyIssued') onIssued({ name: made.apiKey.name, secret: made.secret });
  };

  return (
    <ModalDialog title={t('keys.create')} onClose={onClose}>
      <form onSubmit={submit} noValidate className="grid gap-5">
        {refusal !== null && <RefusalNote refusal={refusal} />}
        {error !== undefined && <FailureNote error={error} />}
        <TextField
          label={t('keys.name')}
          help={t('keys.nameHelp')}
          error={problems.name ? t('keys.nameMissing') : null}
          name="name"
          maxLength={80}
          autoComplete="off"
          autoFocus
        />
        <fieldset className="grid gap-1" aria-describedby={problems.scopes ? 'scopes-problem' : undefined}>
          <legend className="mb-1 text-13 font-medium text-ink">{t('keys.scopes')}</legend>
          {keyScopes.map((scope) => (
            <label key={scope} className="flex min-h-8 items-start gap-2.5 rounded-base px-1 py-1 hover:bg-sunken">
              <input
                type="checkbox"
                name="scope"
                value={scope}
                defaultChecked={scope === 'metrics:read'}
                className="mt-0.5 size-4 accent-accent"
              />
              <span className="grid">
                <span className="text-14">{t(`keyScope.${scope}`)}</span>
                <span className="font-mono text-12 text-muted">{scope}</span>
              </span>
            </label>
          ))}
          {problems.scopes && (
            <p id="scopes-problem" role="alert" className="text-12 font-medium text-bad">
              {t('keys.scopesMissing')}
            </p>
          )}
        </fieldset>
        <SelectField label={t('keys.expiry')} name="days" defaultValue="90">
          {[30, 90, 180, 365].map((days) => (
            <option key={days} value={days}>
              {t('keys.days', { count: days })}
            </option>
          ))}
        </SelectField>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look="primary" busy={loading}>
            {t('keys.createSubmit')}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
}

interface CreateKeyDialogProps {
  readonly onIssued: (key: IssuedKey) => void;
  readonly onClose: () => void;
}
