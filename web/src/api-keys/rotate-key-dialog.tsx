import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { ModalDialog } from '../controls/modal-dialog.tsx';
import { SelectField } from '../controls/select-field.tsx';
import type { KeyRowFragment } from '../generated/graphql.ts';
import { useRotateApiKeyMutation } from '../generated/hooks.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';
import type { IssuedKey } from './issued-key-dialog.tsx';

export function RotateKeyDialog({ apiKey, onIssued, onClose }: RotateKeyDialogProps) {
  const { t } = useTranslation();
  const [rotate, { loading, error }] = useRotateApiKeyMutation();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const overlapHours = Number(new FormData(event.currentTarget).get('hours'));
    setRefusal(null);
    const { data } = await rotate({ variables: { input: { id: apiKey.id, overlapHours } } });
    const made = data?.rotateApiKey;
    if (made?.__typename === 'Refused') setRefusal(made);
    if (made?.__typename === 'ApiKeyIssued') onIssued({ name: made.apiKey.name, secret: made.secret });
  };
  return (
    <ModalDialog title={t('rotate.title', { name: apiKey.name })} onClose={onClose}>
      <form onSubmit={submit} className="grid gap-4">
        <p className="text-soft">{t('rotate.text')}</p>
        {refusal !== null && <RefusalNote refusal={refusal} />}
        {error !== undefined && <FailureNote error={error} />}
        <SelectField label={t('rotate.overlap')} name="hours" defaultValue="24">
          {[0, 1, 24, 168, 720].map((hours) => (
            <option key={hours} value={hours}>
              {t(`rotate.hours.${hours as 0}`)}
            </option>
          ))}
        </SelectField>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look="primary" busy={loading}>
            {t('keys.rotate')}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
}

interface RotateKeyDialogProps {
  readonly apiKey: KeyRowFragment;
  readonly onIssued: (key: IssuedKey) => void;
  readonly onClose: () => void;
}
