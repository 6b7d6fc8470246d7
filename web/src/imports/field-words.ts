import type { i18n, TFunction } from 'i18next';

/** A field in the reader's language; one that this cockpit does not know yet under its own name. */
export function fieldWords(t: TFunction, language: Pick<i18n, 'exists'>, field: string): string {
  return language.exists(`field.${field}`) ? t(`field.${field as 'date'}`) : field;
}
