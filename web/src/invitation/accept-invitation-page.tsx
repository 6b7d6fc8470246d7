import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { rememberCompany } from '../company/chosen-company.ts';
import { Button } from '../controls/button.tsx';
import { useFormat } from '../language/use-format.ts';
import { AuthProblem } from '../password/auth-problem.tsx';
import { type AuthRefusal, authClient } from '../session/auth-client.ts';
import { forgetLinkToken } from '../session/link-token.ts';
import { postAuth } from '../session/post-auth.ts';
import { Entrance, otherWayClass } from '../sign-in/entrance.tsx';
import { Loading } from '../states/loading.tsx';
import { NewAccountForm } from './new-account-form.tsx';
import { type Invitation, useInvitation } from './use-invitation.ts';

/** Behind the link of an invitation's mail: somebody new makes an account, somebody who has one signs in and joins. */
export function AcceptInvitationPage() {
  const { t } = useTranslation();
  const { state, reload } = useInvitation();
  if (state.kind === 'loading') {
    return (
      <Entrance title={t('invitation.title')}>
        <Loading />
      </Entrance>
    );
  }
  if (state.kind === 'refused') {
    return (
      <Entrance title={t('invitation.title')}>
        <AuthProblem refusal={state.refusal} />
        <Link to="/" className={`${otherWayClass} content-center`}>
          {t('invitation.toCockpit')}
        </Link>
      </Entrance>
    );
  }
  const { invitation, signedInAs, token } = state;
  const role = t(`role.${invitation.role}`);
  return (
    <Entrance
      title={t('invitation.join', { company: invitation.companyName })}
      lead={t('invitation.lead', { email: invitation.email, role })}
    >
      {signedInAs === null ? (
        <>
          <NewAccountForm token={token} email={invitation.email} />
          <Link to="/sign-in?next=/accept-invitation" className={`${otherWayClass} content-center`}>
            {t('invitation.haveAccount')}
          </Link>
        </>
      ) : (
        <JoinSignedIn token={token} invitation={invitation} signedInAs={signedInAs} onSignedOut={reload} />
      )}
      <UntilWhen expiresAt={invitation.expiresAt} />
    </Entrance>
  );
}

function JoinSignedIn({ token, invitation, signedInAs, onSignedOut }: JoinSignedInProps) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<AuthRefusal | null>(null);
  const isTheirs = signedInAs.toLowerCase() === invitation.email;
  const join = async () => {
    setBusy(true);
    setRefusal(null);
    const done = await postAuth<{ companyId: string }>('/invitation/join', { token });
    setBusy(false);
    if ('refusal' in done) return setRefusal(done.refusal);
    forgetLinkToken('invitation');
    rememberCompany(done.answer.companyId);
    location.assign('/');
  };
  const leave = async () => {
    await authClient.signOut().catch(() => undefined);
    onSignedOut();
  };
  return (
    <div className="grid gap-4">
      {refusal !== null && <AuthProblem refusal={refusal} />}
      <p className="break-words text-soft">
        {t(isTheirs ? 'invitation.signedIn' : 'invitation.signedInAsOther', { email: signedInAs })}
      </p>
      {isTheirs && (
        <Button look="primary" busy={busy} onClick={join} className="min-h-10">
          {t('invitation.accept')}
        </Button>
      )}
      <Button look={isTheirs ? 'secondary' : 'primary'} onClick={leave} className="min-h-10">
        {t('frame.signOut')}
      </Button>
    </div>
  );
}

function UntilWhen({ expiresAt }: { expiresAt: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return <p className="text-13 text-muted">{t('invitation.until', { time: format.dateTime(expiresAt) })}</p>;
}

interface JoinSignedInProps {
  readonly token: string;
  readonly invitation: Invitation;
  readonly signedInAs: string;
  readonly onSignedOut: () => void;
}
