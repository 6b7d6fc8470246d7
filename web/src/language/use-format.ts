import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Format, makeFormat } from './format.ts';
import type { Language } from './language.ts';

/** `format` for the language on the page. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  return useMemo(() => makeFormat(i18n.language as Language), [i18n.language]);
}
