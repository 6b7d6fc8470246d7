import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCompanySwitch } from '../company/company-context.ts';
import { destinations, openTo } from '../frame/destinations.ts';
import type { FrameViewer } from '../frame/viewer-context.ts';
import { languageNames, languages } from '../language/language.ts';
import { chooseLanguage } from '../language/start-language.ts';
import { signOut } from '../session/sign-out.ts';
import { chooseTheme, themeChoice, themeChoices } from '../theme/theme.ts';
import type { Command } from './command.ts';
import { actionsOnPages, deeperPages } from './deeper-pages.ts';

/** Everything that this viewer may open or do from anywhere. */
export function useCommands(viewer: FrameViewer, onHelp: () => void): Commands {
  const { t, i18n } = useTranslation();
  const { switchTo } = useCompanySwitch();
  const navigate = useNavigate();
  const goTo = (path: string, state?: object) => void navigate(path, { state });
  const pages: Command[] = [
    ...openTo(destinations, viewer.scopes).map(({ to, icon, title, key }) => ({
      id: to,
      label: t(title),
      icon,
      note: `G ${key.toUpperCase()}`,
      run: () => goTo(to),
    })),
    ...openTo(deeperPages, viewer.scopes)
      .filter(({ to }) => to !== '/boardroom' || viewer.features.includes('BOARDROOM'))
      .map(({ to, icon, title, under }) => ({
        id: to,
        label: t(title),
        icon,
        note: under === null ? undefined : t(under),
        run: () => goTo(to),
      })),
    ...(viewer.features.includes('OWN_OPERATIONS')
      ? [
          {
            id: '/graphiql',
            label: t('frame.graphiql'),
            icon: 'graph' as const,
            run: () => location.assign('/graphiql'),
          },
        ]
      : []),
  ];
  const actions: Command[] = [
    ...openTo(actionsOnPages, viewer.scopes).map(({ to, icon, title, begin }) => ({
      id: `do:${to}`,
      label: t(title),
      icon,
      run: () => goTo(to, { begin }),
    })),
    ...viewer.companies
      .filter(({ company }) => company.id !== viewer.company.id)
      .map(({ company }) => ({
        id: `company:${company.id}`,
        label: t('commands.switchTo', { company: company.name }),
        icon: 'company' as const,
        run: () => {
          goTo('/');
          void switchTo(company.id);
        },
      })),
    ...themeChoices
      .filter((choice) => choice !== themeChoice())
      .map((choice) => ({
        id: `theme:${choice}`,
        label: t('commands.theme', { theme: t(`theme.${choice}`) }),
        icon: 'theme' as const,
        run: () => chooseTheme(choice),
      })),
    ...languages
      .filter((language) => language !== i18n.language)
      .map((language) => ({
        id: `language:${language}`,
        label: t('commands.language', { language: languageNames[language] }),
        icon: 'language' as const,
        run: () => void chooseLanguage(language),
      })),
    { id: 'help', label: t('shortcuts.title'), icon: 'why', note: '?', run: onHelp },
    { id: 'signOut', label: t('frame.signOut'), icon: 'signOut', run: () => void signOut() },
  ];
  return { pages, actions, goTo };
}

interface Commands {
  readonly pages: readonly Command[];
  readonly actions: readonly Command[];
  readonly goTo: (path: string) => void;
}
