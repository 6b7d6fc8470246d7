import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import { Icon } from '../controls/icon.tsx';
import { Brand } from './brand.tsx';
import { CommandsButtonShape } from './commands-button-shape.tsx';
import { destinations, openTo } from './destinations.ts';
import { MenuButtonShape } from './menu-button-shape.tsx';
import { rememberCollapsed, rememberedCollapsed } from './remembered-collapsed.ts';
import type { FrameViewer } from './viewer-context.ts';

/** 240 px at the side that fold to 56; on a narrow screen a bar at the top that opens. */
export function SideNavigation({ viewer }: { viewer: FrameViewer | null }) {
  const { t } = useTranslation();
  const [collapsed, setCollapsed] = useState(rememberedCollapsed);
  const [openAt, setOpenAt] = useState<string | null>(null);
  const { key } = useLocation();
  // Open belongs to the page it was opened on: going somewhere closes it.
  const open = openAt === key;
  const fold = () => {
    rememberCollapsed(!collapsed);
    setCollapsed(!collapsed);
  };
  return (
    <header
      data-collapsed={collapsed || undefined}
      className="group z-20 shrink-0 print:hidden border-line bg-sunken max-md:sticky max-md:top-0 max-md:border-b md:w-60 md:border-r md:transition-[width] md:duration-150 md:data-collapsed:w-14"
    >
      {/* The column is as long as the page; what is in it stays in sight. */}
      <div className="flex flex-col md:sticky md:top-0 md:h-dvh">
        <div className="flex items-center justify-between gap-2 px-3 py-2 md:h-14 md:px-3">
          <Brand />
          <button
            type="button"
            aria-expanded={open}
            aria-controls="navigation"
            onClick={() => setOpenAt(open ? null : key)}
            className="grid size-9 place-items-center rounded-base text-soft hover:bg-pressed md:hidden"
          >
            <Icon name={open ? 'close' : 'menu'} />
            <span className="sr-only">{t('frame.menu')}</span>
          </button>
        </div>
        <div
          id="navigation"
          className={`${open ? 'flex' : 'hidden'} min-h-0 flex-1 flex-col gap-3 overflow-y-auto px-3 pb-3 max-md:max-h-[calc(100dvh-4rem)] md:flex md:group-data-collapsed:px-2`}
        >
          <Suspense fallback={<MenuButtonShape icon="company" label={viewer?.company.name ?? '…'} />}>
            <CompanyMenu viewer={viewer} />
          </Suspense>
          <Suspense fallback={<CommandsButtonShape />}>
            <Commands viewer={viewer} />
          </Suspense>
          <nav aria-label={t('frame.navigation')} className="grid gap-0.5">
            {openTo(destinations, viewer?.scopes ?? []).map(({ to, icon, title }) => (
              <NavLink key={to} to={to} end={to === '/'} className={destinationClass}>
                <Icon name={icon} />
                <span className={labelClass}>{t(title)}</span>
              </NavLink>
            ))}
            {viewer?.features.includes('OWN_OPERATIONS') && (
              <a href="/graphiql" className={destinationClass}>
                <Icon name="graph" />
                <span className={labelClass}>{t('frame.graphiql')}</span>
                <Icon name="out" className="ml-auto size-3 text-muted md:group-data-collapsed:hidden" />
              </a>
            )}
          </nav>
          <div className="mt-auto grid gap-0.5 border-t border-line pt-3">
            <Suspense
              fallback={
                <>
                  <MenuButtonShape icon="why" label="…" />
                  <MenuButtonShape icon="language" label="…" />
                  <MenuButtonShape icon="theme" label="…" />
                  <MenuButtonShape icon="account" label={viewer?.member?.name ?? '…'} />
                </>
              }
            >
              <HelpButton viewer={viewer} />
              <LanguageMenu />
              <ThemeMenu />
              <AccountMenu viewer={viewer} />
            </Suspense>
            <button
              type="button"
              onClick={fold}
              aria-pressed={collapsed}
              className={`${destinationClass} max-md:hidden`}
            >
              <Icon name="collapse" className="size-4 group-data-collapsed:rotate-180" />
              <span className={labelClass}>{t('frame.fold')}</span>
            </button>
          </div>
        </div>
      </div>
    </header>
  );
}

const destinationClass =
  'flex min-h-8 items-center gap-2.5 rounded-base px-2.5 py-1.5 text-14 text-soft hover:bg-pressed hover:text-ink aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium aria-[current=page]:text-ink md:group-data-collapsed:justify-center';
const labelClass = 'truncate md:group-data-collapsed:sr-only';

// React Aria's menus come after the first paint, in a chunk of their own.
const menus = () => import('./menus.tsx');
const CompanyMenu = lazy(() => menus().then((module) => ({ default: module.CompanyMenu })));
const HelpButton = lazy(() => menus().then((module) => ({ default: module.HelpButton })));
const LanguageMenu = lazy(() => menus().then((module) => ({ default: module.LanguageMenu })));
const ThemeMenu = lazy(() => menus().then((module) => ({ default: module.ThemeMenu })));
const Commands = lazy(() => import('../commands/commands.tsx').then((module) => ({ default: module.Commands })));
const AccountMenu = lazy(() => menus().then((module) => ({ default: module.AccountMenu })));
