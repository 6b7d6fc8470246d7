import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { BrandMark } from '../frame/brand.tsx';
import { MenuButtonShape } from '../frame/menu-button-shape.tsx';
import { NumberAndItsGround } from './number-and-its-ground.tsx';

/** The page of somebody who is not inside yet: one thing to do, and what this place is beside it. */
export function Entrance({ title, lead, children }: EntranceProps) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t('productName')}`;
  }, [title, t]);
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <main className="grid grid-rows-[auto_1fr_auto] gap-8 bg-surface px-6 py-6 md:px-12">
        <div className="flex items-center gap-2.5 text-14 font-strong">
          <BrandMark />
          {t('productName')}
        </div>
        <div className="grid w-full max-w-90 content-center gap-6 justify-self-center">
          <div className="grid gap-1.5">
            <h1 className="text-28 font-strong tracking-tight text-balance">{title}</h1>
            {lead && <p className="text-pretty text-muted">{lead}</p>}
          </div>
          {children}
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

/** A link or a button below the one thing to do. */
export const otherWayClass =
  'min-h-8 justify-self-start text-left font-medium text-accent underline decoration-line-strong underline-offset-4 hover:decoration-current';

interface EntranceProps {
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}

const menus = () => import('../frame/menus.tsx');
const LanguageMenu = lazy(() => menus().then((module) => ({ default: module.LanguageMenu })));
const ThemeMenu = lazy(() => menus().then((module) => ({ default: module.ThemeMenu })));
