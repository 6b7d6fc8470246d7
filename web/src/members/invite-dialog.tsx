import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { ModalDialog } from '../controls/modal-dialog.tsx';
import { SelectField } from '../controls/select-field.tsx';
import { TextField } from '../controls/text-field.tsx';
import { useInviteMemberMutation } from '../generated/hooks.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';
import { RoleField, roleIn } from './role-field.tsx';

/** Each language by its own name, as its readers look for it. */
const languages = { en: 'English', uk: 'Українська', no: 'Norsk' } as const;

export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const [invite, { loading, error }] = useInviteMemberMutation({ refetchQueries: ['Invitations'] });
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [missing, setMissing] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const email = String(form.get('email')).trim();
    setRefusal(null);
    setMissing(email === '');
    if (email === '') return;
    const input = { email, role: roleIn(form), language: String(form.get('language')) };
    const { data } = await invite({ variables: { input } });
    if (data?.inviteMember?.__typename === 'Refused') setRefusal(data.inviteMember);
    else if (data?.inviteMember) onClose();
  };
  return (
    <ModalDialog title={t('members.inviteTitle')} onClose={onClose}>
      <form onSubmit={submit} noValidate className="grid gap-4">
        {refusal !== null && <RefusalNote refusal={refusal} />}
        {error !== undefined && <FailureNote error={error} />}
        <TextField
          label={t('signIn.workEmail')}
          help={t('members.inviteHelp')}
          error={missing ? t('members.addressMissing') : null}
          name="email"
          type="email"
          maxLength={254}
          autoComplete="off"
          autoFocus
        />
        <RoleField label={t('account.role')} initial="COMPANY_USER" />
        <SelectField label={t('members.language')} name="language" defaultValue={i18n.language}>
          {Object.entries(languages).map(([code, name]) => (
            <option key={code} value={code} lang={code}>
              {name}
            </option>
          ))}
        </SelectField>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look="primary" busy={loading}>
            {t('members.inviteSubmit')}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
}
