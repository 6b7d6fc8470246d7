import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { forgetBoardroom } from '../boardroom/forget-boardroom.ts';
import { rememberCompany } from '../company/chosen-company.ts';
import { forgetBrands } from '../theme/brand-sheet.ts';
import { CompanySignInForm } from './company-sign-in-form.tsx';
import { Entrance, otherWayClass } from './entrance.tsx';
import { PasswordForm } from './password-form.tsx';
import { safeNext } from './safe-next.ts';

export function SignInPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const [way, setWay] = useState<'password' | 'company'>('password');
  const next = safeNext(search.get('next'));
  // Whoever signs in now may be somebody else than the last one.
  useEffect(() => {
    forgetBrands();
    void forgetBoardroom();
  }, []);
  const signedIn = () => {
    rememberCompany(null);
    // A full load, so that the socket and the cache begin with the new session.
    location.assign(next);
  };
  return (
    <Entrance title={t('signIn.title')} lead={t(`signIn.${way}.lead`)}>
      {way === 'password' ? <PasswordForm onSignedIn={signedIn} /> : <CompanySignInForm next={next} />}
      <div className="grid gap-1">
        <button
          type="button"
          onClick={() => setWay(way === 'password' ? 'company' : 'password')}
          className={otherWayClass}
        >
          {t(way === 'password' ? 'signIn.company.switch' : 'signIn.password.switch')}
        </button>
        {way === 'password' && (
          <Link to="/password" className={`${otherWayClass} content-center`}>
            {t('password.forgot')}
          </Link>
        )}
      </div>
    </Entrance>
  );
}
