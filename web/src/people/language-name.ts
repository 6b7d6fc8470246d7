import type { TFunction } from 'i18next';

/** The languages that people can be looked for by. */
export const peopleLanguages = ['en', 'uk', 'no'] as const;

/** A language in words where the catalogues know it, else by its tag. */
export function languageName(t: TFunction, language: string): string {
  const known = peopleLanguages.find((each) => each === language);
  return known === undefined ? language : t(`personLanguage.${known}`);
}
