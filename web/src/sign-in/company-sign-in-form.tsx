import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { TextField } from '../controls/text-field.tsx';
import { type AuthRefusal, signInWithCompany } from '../session/auth-client.ts';
import { SignInRefusal } from './sign-in-refusal.tsx';

export function CompanySignInForm({ next }: { next: string }) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<AuthRefusal | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get('email'));
    setBusy(true);
    setRefusal(null);
    const refused = await signInWithCompany(email, next).catch(() => ({ status: 0 }));
    setBusy(refused === null);
    setRefusal(refused);
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      {refusal !== null && <SignInRefusal refusal={refusal} company />}
      <TextField
        label={t('signIn.workEmail')}
        help={t('signIn.company.help')}
        name="email"
        type="email"
        autoComplete="username"
        required
      />
      <Button type="submit" look="primary" busy={busy} className="min-h-10">
        {t('signIn.company.submit')}
      </Button>
    </form>
  );
}
