import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '../controls/button.tsx';
import { TextField } from '../controls/text-field.tsx';
import type { AuthRefusal } from '../session/auth-client.ts';
import { postAuth } from '../session/post-auth.ts';
import { Entrance, otherWayClass } from '../sign-in/entrance.tsx';
import { AuthProblem } from './auth-problem.tsx';

export function ForgotPasswordPage() {
  const { t, i18n } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<AuthRefusal | null>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get('email')).trim();
    setBusy(true);
    setRefusal(null);
    const done = await postAuth('/request-password-reset', { email }, { 'accept-language': i18n.language });
    setBusy(false);
    if ('refusal' in done) setRefusal(done.refusal);
    else setAsked(email);
  };
  return (
    <Entrance title={t('password.forgotTitle')} lead={t('password.forgotLead')}>
      {asked === null ? (
        <form onSubmit={submit} className="grid gap-4">
          {refusal !== null && <AuthProblem refusal={refusal} />}
          <TextField label={t('signIn.email')} name="email" type="email" autoComplete="username" required />
          <Button type="submit" look="primary" busy={busy} className="min-h-10">
            {t('password.send')}
          </Button>
        </form>
      ) : (
        <div role="status" className="grid gap-1 rounded-base border border-line bg-sunken p-4">
          <p className="font-medium break-words">{t('password.sent', { email: asked })}</p>
          <p className="text-13 text-muted">{t('password.sentNote')}</p>
        </div>
      )}
      <Link to="/sign-in" className={`${otherWayClass} content-center`}>
        {t('password.back')}
      </Link>
    </Entrance>
  );
}
