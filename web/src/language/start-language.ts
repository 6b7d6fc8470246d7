import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type english from './catalogues/en.json';
import { type Language, languages, pickLanguage } from './language.ts';

const storageKey = 'teei.language';

/** Loads the reader's language, and only that one. */
export async function startLanguage(): Promise<void> {
  const language = pickLanguage(localStorage.getItem(storageKey), navigator.languages);
  await i18next
    // i18next takes a promise from a reader of exactly two arguments.
    .use({ type: 'backend', read: (tag: Language, _namespace: string) => readCatalogue(tag) } as const)
    .use(initReactI18next)
    .init({
      lng: language,
      supportedLngs: languages,
      fallbackLng: false,
      // Scopes such as metrics:read are keys of the catalogues.
      nsSeparator: false,
      interpolation: { escapeValue: false },
      react: { useSuspense: false },
    });
  markDocument(i18next);
}

export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(storageKey, language);
  await i18next.changeLanguage(language);
  markDocument(i18next);
}

const catalogues = {
  en: () => import('./catalogues/en.json'),
  uk: () => import('./catalogues/uk.json'),
  no: () => import('./catalogues/no.json'),
} as const satisfies Record<Language, () => Promise<{ default: Catalogue }>>;

async function readCatalogue(language: Language): Promise<Catalogue> {
  return (await catalogues[language]()).default as Catalogue;
}

function markDocument({ language }: i18n): void {
  document.documentElement.lang = language;
}

type Catalogue = Record<string, unknown>;

declare module 'i18next' {
  interface CustomTypeOptions {
    nsSeparator: false;
    resources: { translation: typeof english };
  }
}
