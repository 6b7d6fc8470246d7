import { lazy, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useLocation } from 'react-router';
import { chosenCompany } from '../company/chosen-company.ts';
import { useCompanySwitch } from '../company/company-context.ts';
import { Page } from '../controls/page.tsx';
import { useFrameQuery } from '../generated/hooks.ts';
import { isSignedOut } from '../graph/failure.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { SideNavigation } from './side-navigation.tsx';
import { ViewerContext } from './viewer-context.ts';

/** Navigation at the side, the page beside it, and nobody inside who is not signed in. */
export function Frame() {
  const { t } = useTranslation();
  const { data, error, loading, refetch } = useFrameQuery();
  const { pathname, search } = useLocation();
  const viewer = data?.viewer ?? null;
  const signedOut = !loading && (data !== undefined || isSignedOut(error)) && viewer === null;
  useForgetForeignCompany(signedOut);
  const page = useFocusOnArrival(pathname);

  if (signedOut && chosenCompany() === null) {
    return <Navigate to={`/sign-in?next=${encodeURIComponent(pathname + search)}`} replace />;
  }
  return (
    <ViewerContext value={viewer}>
      <a
        href="#page"
        className="absolute top-2 left-2 z-40 -translate-y-16 rounded-base bg-accent px-3 py-2 text-on-accent focus:translate-y-0"
      >
        {t('frame.skip')}
      </a>
      <Suspense fallback={null}>{viewer !== null && <CompanyLook />}</Suspense>
      <div className="md:flex md:min-h-dvh">
        <SideNavigation viewer={viewer} />
        <main ref={page} id="page" tabIndex={-1} className="min-w-0 flex-1 outline-none">
          {viewer?.company.isDemo && (
            <Suspense fallback={<p className="h-10" />}>
              <DemoNote companies={viewer.companies} />
            </Suspense>
          )}
          {viewer === null && error !== undefined && !loading ? (
            <Page title={t('failure.page')}>
              <FailureNote error={error} onRetry={() => void refetch()} />
            </Page>
          ) : (
            <Suspense fallback={<PageOnItsWay />}>
              <Outlet />
            </Suspense>
          )}
        </main>
      </div>
      <Suspense fallback={null}>
        <BehindPages viewer={viewer} />
      </Suspense>
    </ViewerContext>
  );
}

// What every page stands on and none needs to be shown comes after the first paint.
const BehindPages = lazy(() => import('./behind-pages.tsx').then((module) => ({ default: module.BehindPages })));

/** A remembered company of somebody else who used this browser must not lock a person out. */
function useForgetForeignCompany(signedOut: boolean): void {
  const { switchTo } = useCompanySwitch();
  useEffect(() => {
    if (signedOut && chosenCompany() !== null) void switchTo(null);
  }, [signedOut, switchTo]);
}

/** A new page is where the keyboard and the screen reader go on; the first one begins at the top as any document. */
function useFocusOnArrival(pathname: string) {
  const page = useRef<HTMLElement>(null);
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current !== pathname) page.current?.focus();
    shown.current = pathname;
  }, [pathname]);
  return page;
}

const DemoNote = lazy(() => import('../first-run/demo-note.tsx').then((module) => ({ default: module.DemoNote })));

const CompanyLook = lazy(() =>
  import('../company-theme/company-look.tsx').then((look) => ({ default: look.CompanyLook })),
);

function PageOnItsWay() {
  return (
    <div className="mx-auto w-full max-w-320 px-4 py-8 md:px-8">
      <Loading />
    </div>
  );
}
