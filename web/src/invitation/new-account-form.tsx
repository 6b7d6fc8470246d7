import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rememberCompany } from '../company/chosen-company.ts';
import { Button } from '../controls/button.tsx';
import { TextField } from '../controls/text-field.tsx';
import { AuthProblem } from '../password/auth-problem.tsx';
import { type AuthRefusal, authClient } from '../session/auth-client.ts';
import { forgetLinkToken } from '../session/link-token.ts';
import { postAuth } from '../session/post-auth.ts';

/** A name and a password; then one is signed in. */
export function NewAccountForm({ token, email }: { token: string; email: string }) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<AuthRefusal | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const password = String(form.get('password'));
    setBusy(true);
    setRefusal(null);
    const made = await postAuth('/invitation/accept', { token, name: String(form.get('name')), password });
    if ('refusal' in made) {
      setBusy(false);
      return setRefusal(made.refusal);
    }
    forgetLinkToken('invitation');
    rememberCompany(null);
    // Should this fail, the page that comes next asks to sign in.
    await authClient.signIn.email({ email, password }).catch(() => undefined);
    location.assign('/');
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      {refusal !== null && <AuthProblem refusal={refusal} />}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <TextField label={t('invitation.name')} name="name" autoComplete="name" maxLength={200} required />
      <TextField
        label={t('invitation.password')}
        help={t('password.rule')}
        name="password"
        type="password"
        autoComplete="new-password"
        minLength={10}
        maxLength={128}
        required
      />
      <Button type="submit" look="primary" busy={busy} className="min-h-10">
        {t('invitation.create')}
      </Button>
    </form>
  );
}
