import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCompanySwitch } from '../company/company-context.ts';
import { type Language, languageNames, languages } from '../language/language.ts';
import { chooseLanguage } from '../language/start-language.ts';
import { signOut } from '../session/sign-out.ts';
import { chooseTheme, type ThemeChoice, themeChoice, themeChoices } from '../theme/theme.ts';
import { ChoiceMenu } from './choice-menu.tsx';
import { MenuButtonShape } from './menu-button-shape.tsx';
import type { FrameViewer } from './viewer-context.ts';

/** For people in several companies; everybody else sees the company's name and no menu. */
export function CompanyMenu({ viewer }: { viewer: FrameViewer | null }) {
  const { t } = useTranslation();
  const { switchTo } = useCompanySwitch();
  const navigate = useNavigate();
  if (viewer === null) return <MenuButtonShape icon="company" label="…" />;
  if (viewer.companies.length < 2) {
    return (
      <p className="shrink-0 truncate border-y border-line px-2.5 py-2 text-13 text-muted md:group-data-collapsed:sr-only">
        {viewer.company.name}
      </p>
    );
  }
  return (
    <div className="rounded-base border border-line-strong bg-surface md:group-data-collapsed:border-transparent md:group-data-collapsed:bg-transparent">
      <ChoiceMenu
        icon="company"
        name={t('frame.company')}
        chosen={viewer.company.id}
        choices={viewer.companies.map(({ company, role }) => ({
          id: company.id,
          label: company.name,
          ...(role === null ? {} : { note: t(`role.${role}`) }),
        }))}
        onChoose={async (id) => {
          await navigate('/');
          await switchTo(id);
        }}
      />
    </div>
  );
}

/** In one place on every page, with what the open page needs in it. */
export function HelpButton({ viewer }: { viewer: FrameViewer | null }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" aria-haspopup="dialog" onClick={() => setOpen(true)} className="w-full rounded-base">
        <MenuButtonShape icon="why" label={t('help.title')} />
      </button>
      {open && viewer !== null && (
        <Suspense fallback={null}>
          <HelpDrawer viewer={viewer} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

const HelpDrawer = lazy(() => import('../help/help-drawer.tsx').then((module) => ({ default: module.HelpDrawer })));

export function LanguageMenu() {
  const { t, i18n } = useTranslation();
  return (
    <ChoiceMenu
      icon="language"
      name={t('frame.language')}
      chosen={i18n.language}
      choices={languages.map((language) => ({ id: language, label: languageNames[language], lang: language }))}
      onChoose={(id) => chooseLanguage(id as Language)}
    />
  );
}

export function ThemeMenu() {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(themeChoice);
  return (
    <ChoiceMenu
      icon="theme"
      name={t('frame.theme')}
      chosen={chosen}
      choices={themeChoices.map((choice) => ({ id: choice, label: t(`theme.${choice}`) }))}
      onChoose={(id) => {
        chooseTheme(id as ThemeChoice);
        setChosen(id as ThemeChoice);
      }}
    />
  );
}

export function AccountMenu({ viewer }: { viewer: FrameViewer | null }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <ChoiceMenu
      icon="account"
      name={t('frame.account')}
      buttonLabel={viewer?.member?.name ?? t('frame.account')}
      buttonNote={viewer?.role ? t(`role.${viewer.role}`) : undefined}
      choices={[
        { id: 'account', label: t('account.title'), icon: 'account' },
        { id: 'signOut', label: t('frame.signOut'), icon: 'signOut' },
      ]}
      onChoose={(id) => (id === 'signOut' ? signOut() : navigate('/account'))}
    />
  );
}
