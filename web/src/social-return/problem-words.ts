import type { i18n, TFunction } from 'i18next';

/** What is wrong with a field, in the reader's language. */
export function problemWords(t: TFunction, code: string | undefined): string | null {
  return code === undefined ? null : t(`sroiProblem.${code as 'MISSING'}`);
}

/** The name of the field that a path leads to. */
export function fieldWords(t: TFunction, language: Pick<i18n, 'exists'>, path: string): string {
  const key = `sroiField.${path.split('.').at(-1)}`;
  return language.exists(key) ? t(key as 'sroiField.title') : path;
}
