import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import { Icon, type IconName } from '../controls/icon.tsx';
import { Brand } from './brand.tsx';
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
      className="group z-20 shrink-0 border-line bg-sunken max-md:sticky max-md:top-0 max-md:border-b md:w-60 md:border-r md:transition-[width] md:duration-150 md:data-collapsed:w-14"
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
          <nav aria-label={t('frame.navigation')} className="grid gap-0.5">
            <Destination to="/" icon="dashboard" label={t('dashboard.title')} />
            {viewer?.scopes.includes('metrics:read') && (
              <Destination to="/impact" icon="chart" label={t('impact.title')} />
            )}
            {viewer?.scopes.includes('people:read') && (
              <>
                <Destination to="/people" icon="people" label={t('people.title')} />
                <Destination to="/review-items" icon="review" label={t('review.title')} />
              </>
            )}
            {viewer?.scopes.includes('hours:write') && (
              <Destination to="/hours" icon="hours" label={t('hours.title')} />
            )}
            {viewer?.scopes.includes('safety:read') && (
              <Destination to="/safety" icon="attention" label={t('safety.title')} />
            )}
            {viewer?.scopes.includes('scores:review') && (
              <Destination to="/score-review" icon="check" label={t('scoreReview.title')} />
            )}
            {viewer?.scopes.includes('imports:read') && (
              <Destination to="/imports" icon="imports" label={t('imports.title')} />
            )}
            {viewer?.scopes.includes('people:read') && (
              <Destination to="/journey" icon="journey" label={t('journey.title')} />
            )}
            {viewer?.scopes.includes('webhooks:read') && (
              <Destination to="/webhooks" icon="webhooks" label={t('webhooks.title')} />
            )}
            {viewer?.scopes.includes('imports:read') && (
              <Destination to="/providers" icon="download" label={t('providers.title')} />
            )}
            {viewer?.scopes.includes('members:read') && (
              <Destination to="/members" icon="account" label={t('members.title')} />
            )}
            {viewer?.scopes.includes('keys:read') && <Destination to="/api-keys" icon="keys" label={t('keys.title')} />}
            <a href="/graphiql" className={destinationClass}>
              <Icon name="graph" />
              <span className={labelClass}>{t('frame.graphiql')}</span>
              <Icon name="out" className="ml-auto size-3 text-muted md:group-data-collapsed:hidden" />
            </a>
          </nav>
          <div className="mt-auto grid gap-0.5 border-t border-line pt-3">
            <Suspense
              fallback={
                <>
                  <MenuButtonShape icon="language" label="…" />
                  <MenuButtonShape icon="theme" label="…" />
                  <MenuButtonShape icon="account" label={viewer?.member?.name ?? '…'} />
                </>
              }
            >
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

function Destination({ to, icon, label }: { to: string; icon: IconName; label: string }) {
  return (
    <NavLink to={to} end={to === '/'} className={destinationClass}>
      <Icon name={icon} />
      <span className={labelClass}>{label}</span>
    </NavLink>
  );
}

const destinationClass =
  'flex min-h-8 items-center gap-2.5 rounded-base px-2.5 py-1.5 text-14 text-soft hover:bg-pressed hover:text-ink aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium aria-[current=page]:text-ink md:group-data-collapsed:justify-center';
const labelClass = 'truncate md:group-data-collapsed:sr-only';

// React Aria's menus come after the first paint, in a chunk of their own.
const menus = () => import('./menus.tsx');
const CompanyMenu = lazy(() => menus().then((module) => ({ default: module.CompanyMenu })));
const LanguageMenu = lazy(() => menus().then((module) => ({ default: module.LanguageMenu })));
const ThemeMenu = lazy(() => menus().then((module) => ({ default: module.ThemeMenu })));
const AccountMenu = lazy(() => menus().then((module) => ({ default: module.AccountMenu })));
