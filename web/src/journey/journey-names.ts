import type { i18n, TFunction } from 'i18next';

/** Flags, milestones and rules that come with the platform have names in every language; a company's own are read as written. */
export function journeyName(name: string, { t, i18n }: { t: TFunction; i18n: i18n }): string {
  if (i18n.exists(`journeyName.${name}`)) return t(`journeyName.${name as 'mentor_ready'}`);
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The title of a rule: its name where that has words of ours, else what its authors wrote. */
export function ruleTitle(
  rule: { readonly name: string; readonly title: string | null; readonly origin: string },
  language: { t: TFunction; i18n: i18n },
): string {
  return rule.origin === 'DEFAULT' ? journeyName(rule.name, language) : (rule.title ?? rule.name);
}
