import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '../controls/button.tsx';
import { TextField } from '../controls/text-field.tsx';
import type { AuthRefusal } from '../session/auth-client.ts';
import { forgetLinkToken, linkToken } from '../session/link-token.ts';
import { postAuth } from '../session/post-auth.ts';
import { Entrance, otherWayClass } from '../sign-in/entrance.tsx';
import { AuthProblem } from './auth-problem.tsx';

export function ResetPasswordPage() {
  const { t } = useTranslation();
  const [token] = useState(() => linkToken('password'));
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const [refusal, setRefusal] = useState<AuthRefusal | null>(
    token === null ? { code: 'INVALID_TOKEN', status: 400 } : null,
  );
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const newPassword = String(new FormData(event.currentTarget).get('password'));
    setBusy(true);
    setRefusal(null);
    const result = await postAuth('/reset-password', { token, newPassword });
    setBusy(false);
    if ('refusal' in result) return setRefusal(result.refusal);
    forgetLinkToken('password');
    setDone(true);
  };
  const hasEnded = refusal?.code === 'INVALID_TOKEN';
  return (
    <Entrance title={t('password.newTitle')} lead={t('password.newLead')}>
      {refusal !== null && <AuthProblem refusal={refusal} />}
      {done && (
        <p role="status" className="rounded-base border border-line bg-sunken p-4 font-medium">
          {t('password.changed')}
        </p>
      )}
      {!done && !hasEnded && (
        <form onSubmit={submit} className="grid gap-4">
          <TextField
            label={t('password.new')}
            help={t('password.rule')}
            name="password"
            type="password"
            autoComplete="new-password"
            minLength={10}
            maxLength={128}
            required
          />
          <Button type="submit" look="primary" busy={busy} className="min-h-10">
            {t('password.save')}
          </Button>
        </form>
      )}
      <Link to={hasEnded ? '/password' : '/sign-in'} className={`${otherWayClass} content-center`}>
        {t(hasEnded ? 'password.sendAnother' : 'password.back')}
      </Link>
    </Entrance>
  );
}
