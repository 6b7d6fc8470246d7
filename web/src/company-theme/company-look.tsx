import { useEffect } from 'react';
import { useCompanyThemeQuery } from '../generated/hooks.ts';
import { wearBrand, wearKeptBrand } from '../theme/brand-sheet.ts';
import { brandCss } from './brand-css.ts';
import { fonts } from './fonts.ts';

/** Dresses the cockpit as the company wants it, and in what it comes with where the company wants nothing. Draws nothing itself. */
export function CompanyLook() {
  const { data } = useCompanyThemeQuery({ fetchPolicy: 'cache-and-network' });
  const company = data?.company;
  // Another company's look must not stay until this one's is known.
  useEffect(wearKeptBrand, []);
  useEffect(() => {
    if (!company) return;
    const { theme } = company;
    wearBrand(theme === null ? '' : brandCss(theme, fonts[theme.font]));
  }, [company]);
  return null;
}
