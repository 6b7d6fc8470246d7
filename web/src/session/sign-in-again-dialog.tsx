import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, buttonClass } from '../controls/button.tsx';
import { ModalDialog } from '../controls/modal-dialog.tsx';
import { TextField } from '../controls/text-field.tsx';
import { textLinkClass } from '../controls/text-link.ts';
import { SignInRefusal } from '../sign-in/sign-in-refusal.tsx';
import { type AuthRefusal, authClient } from './auth-client.ts';
import { signedInEmail } from './session-watch.ts';

/** Signing in again without leaving the page: here by password, or in another tab in any way. Somebody else begins with a page of their own. */
export function SignInAgainDialog({ email, onRenewed }: { email: string; onRenewed: () => void }) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<AuthRefusal | null>(null);
  const [someoneElse, setSomeoneElse] = useState(false);
  useReturnToTab((now) => (now === email ? onRenewed() : setSomeoneElse(true)));
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get('password'));
    setBusy(true);
    setRefusal(null);
    const { error } = await authClient.signIn.email({ email, password }).catch(() => ({ error: { status: 0 } }));
    setBusy(false);
    if (error === null) return onRenewed();
    setRefusal(error);
  };
  if (someoneElse) {
    return (
      <ModalDialog title={t('signInAgain.someoneElse')} closable={false} onClose={() => undefined}>
        <p className="text-14 text-soft">{t('signInAgain.someoneElseText', { email })}</p>
        <a href="/" className={buttonClass('primary', 'justify-self-end')}>
          {t('notFound.back')}
        </a>
      </ModalDialog>
    );
  }
  return (
    <ModalDialog title={t('signInAgain.title')} closable={false} onClose={() => undefined}>
      <form onSubmit={submit} className="grid gap-4">
        <p className="text-14 text-soft">{t('signInAgain.text')}</p>
        {refusal !== null && <SignInRefusal refusal={refusal} />}
        <TextField label={t('signIn.email')} name="email" type="email" autoComplete="username" value={email} readOnly />
        <TextField
          label={t('signIn.passwordField')}
          name="password"
          type="password"
          autoComplete="current-password"
          autoFocus
          required
        />
        <div className="flex flex-wrap items-center justify-between gap-3">
          <span className="flex flex-wrap gap-x-4 text-13">
            <a href="/sign-in" target="_blank" rel="noreferrer" className={textLinkClass}>
              {t('signInAgain.otherWay')}
            </a>
            <a href="/sign-in" className={textLinkClass}>
              {t('signInAgain.leave')}
            </a>
          </span>
          <Button type="submit" look="primary" busy={busy}>
            {t('signIn.submit')}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
}

/** Calls back with who is signed in when the person comes back to this tab and somebody is. */
function useReturnToTab(onSignedIn: (email: string) => void): void {
  const newest = useRef(onSignedIn);
  newest.current = onSignedIn;
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'hidden') return;
      signedInEmail().then(
        (email) => email !== null && newest.current(email),
        // Without an answer the dialog stays, and its button says what is wrong.
        () => undefined,
      );
    };
    window.addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      window.removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
}
