import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Language, locales } from '../language/language.ts';

/** US dollars as a reader of the language writes them: `about` in a sentence, `exact` in a column, where a call costs parts of a cent. */
export function useDollars(): {
  readonly about: (amount: number) => string;
  readonly exact: (amount: number) => string;
} {
  const { i18n } = useTranslation();
  const locale = locales[i18n.language as Language];
  return useMemo(() => {
    const shape = { style: 'currency', currency: 'USD', currencyDisplay: 'code' } as const;
    const usual = new Intl.NumberFormat(locale, shape);
    const fine = new Intl.NumberFormat(locale, { ...shape, maximumFractionDigits: 5 });
    const exact = new Intl.NumberFormat(locale, { ...shape, minimumFractionDigits: 5, maximumFractionDigits: 5 });
    return {
      about: (amount) => (amount >= 1 || amount === 0 ? usual : fine).format(amount),
      exact: (amount) => exact.format(amount),
    };
  }, [locale]);
}
