import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { TextField } from '../controls/text-field.tsx';
import { type AuthRefusal, authClient } from '../session/auth-client.ts';
import { SignInRefusal } from './sign-in-refusal.tsx';

export function PasswordForm({ onSignedIn }: { onSignedIn: () => void }) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<AuthRefusal | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setRefusal(null);
    const { error } = await authClient.signIn
      .email({ email: String(form.get('email')), password: String(form.get('password')) })
      .catch(() => ({ error: { status: 0 } }));
    if (error === null) return onSignedIn();
    setBusy(false);
    setRefusal(error);
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      {refusal !== null && <SignInRefusal refusal={refusal} />}
      <TextField label={t('signIn.email')} name="email" type="email" autoComplete="username" required />
      <TextField
        label={t('signIn.passwordField')}
        name="password"
        type="password"
        autoComplete="current-password"
        required
      />
      <Button type="submit" look="primary" busy={busy} className="min-h-10">
        {t('signIn.submit')}
      </Button>
    </form>
  );
}
