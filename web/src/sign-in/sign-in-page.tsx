import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { rememberCompany } from '../company/chosen-company.ts';
import { BrandMark } from '../frame/brand.tsx';
import { MenuButtonShape } from '../frame/menu-button-shape.tsx';
import { CompanySignInForm } from './company-sign-in-form.tsx';
import { NumberAndItsGround } from './number-and-its-ground.tsx';
import { PasswordForm } from './password-form.tsx';
import { safeNext } from './safe-next.ts';

export function SignInPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const [way, setWay] = useState<'password' | 'company'>('password');
  const next = safeNext(search.get('next'));
  useEffect(() => {
    document.title = `${t('signIn.title')} · ${t('productName')}`;
  }, [t]);
  const signedIn = () => {
    rememberCompany(null);
    // A full load, so that the socket and the cache begin with the new session.
    location.assign(next);
  };
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <main className="grid grid-rows-[auto_1fr_auto] gap-8 bg-surface px-6 py-6 md:px-12">
        <div className="flex items-center gap-2.5 text-14 font-strong">
          <BrandMark />
          {t('productName')}
        </div>
        <div className="grid w-full max-w-90 content-center gap-6 justify-self-center">
          <div className="grid gap-1.5">
            <h1 className="text-28 font-strong tracking-tight">{t('signIn.title')}</h1>
            <p className="text-muted">{t(`signIn.${way}.lead`)}</p>
          </div>
          {way === 'password' ? <PasswordForm onSignedIn={signedIn} /> : <CompanySignInForm next={next} />}
          <button
            type="button"
            onClick={() => setWay(way === 'password' ? 'company' : 'password')}
            className="min-h-8 justify-self-start text-left font-medium text-accent underline decoration-line-strong underline-offset-4 hover:decoration-current"
          >
            {t(way === 'password' ? 'signIn.company.switch' : 'signIn.password.switch')}
          </button>
        </div>
        <div className="flex flex-wrap gap-2">
          <Suspense
            fallback={
              <>
                <MenuButtonShape icon="language" label="…" />
                <MenuButtonShape icon="theme" label="…" />
              </>
            }
          >
            <div className="w-44">
              <LanguageMenu />
            </div>
            <div className="w-44">
              <ThemeMenu />
            </div>
          </Suspense>
        </div>
      </main>
      <aside className="hidden grid-rows-[1fr_auto] overflow-hidden border-l border-line bg-sunken lg:grid">
        <div className="grid content-center gap-6 px-16">
          <p className="max-w-[18ch] text-40 font-strong tracking-tight text-balance text-ink">{t('signIn.promise')}</p>
          <p className="max-w-[46ch] text-16 text-soft">{t('signIn.promiseText')}</p>
        </div>
        <NumberAndItsGround />
      </aside>
    </div>
  );
}

const menus = () => import('../frame/menus.tsx');
const LanguageMenu = lazy(() => menus().then((module) => ({ default: module.LanguageMenu })));
const ThemeMenu = lazy(() => menus().then((module) => ({ default: module.ThemeMenu })));
