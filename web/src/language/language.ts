/** The languages of the cockpit, in their own names. */
export const languages = ['en', 'uk', 'no'] as const;
export type Language = (typeof languages)[number];

export const languageNames = { en: 'English', uk: 'Українська', no: 'Norsk' } as const satisfies Record<
  Language,
  string
>;

/** Bokmål where Intl and React Aria know no bare `no`. */
export const locales = { en: 'en-GB', uk: 'uk-UA', no: 'nb-NO' } as const satisfies Record<Language, string>;

/** The remembered choice, or the first of the browser's languages that the cockpit speaks, or English. */
export function pickLanguage(remembered: string | null, preferred: readonly string[]): Language {
  for (const tag of [remembered ?? '', ...preferred]) {
    const language = fromTag(tag);
    if (language !== null) return language;
  }
  return 'en';
}

function fromTag(tag: string): Language | null {
  const primary = tag.toLowerCase().split('-')[0] ?? '';
  // Nynorsk readers are better served with bokmål than with English.
  if (primary === 'nb' || primary === 'nn') return 'no';
  return languages.find((language) => language === primary) ?? null;
}
