import type { i18n, TFunction } from 'i18next';

/** A formula in the reader's language, known by its version; one that has no words here yet, as the server wrote it. */
export function formulaWords(
  t: TFunction,
  language: Known,
  lineage: { formulaVersion: string; formula: string },
): string {
  const key = `formula.${lineage.formulaVersion}`;
  return language.exists(key) ? t(key as 'formula.sessions-1') : lineage.formula;
}

/** The name of an input as the formula in that language writes it. */
export function inputWords(t: TFunction, language: Known, name: string): string {
  const key = `lineageInput.${name}`;
  return language.exists(key) ? t(key as 'lineageInput.sessions') : name;
}

type Known = Pick<i18n, 'exists'>;
