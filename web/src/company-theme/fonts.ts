import literataCyrillic from '@fontsource-variable/literata/files/literata-cyrillic-wght-normal.woff2?url';
import literataLatinExt from '@fontsource-variable/literata/files/literata-latin-ext-wght-normal.woff2?url';
import literataLatin from '@fontsource-variable/literata/files/literata-latin-wght-normal.woff2?url';
import manropeCyrillic from '@fontsource-variable/manrope/files/manrope-cyrillic-wght-normal.woff2?url';
import manropeLatinExt from '@fontsource-variable/manrope/files/manrope-latin-ext-wght-normal.woff2?url';
import manropeLatin from '@fontsource-variable/manrope/files/manrope-latin-wght-normal.woff2?url';
import sourceSansCyrillic from '@fontsource-variable/source-sans-3/files/source-sans-3-cyrillic-wght-normal.woff2?url';
import sourceSansLatinExt from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-ext-wght-normal.woff2?url';
import sourceSansLatin from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url';
import type { ThemeFont } from '../generated/graphql.ts';

/** Every family has the letters of all three languages. A browser fetches those parts of a family that a page has letters of. */
export const fonts: Readonly<Record<ThemeFont, Family>> = {
  INTER: { name: 'Inter', family: '"Inter Variable", system-ui, sans-serif', faces: '' },
  MANROPE: {
    name: 'Manrope',
    family: '"Manrope Variable", system-ui, sans-serif',
    faces: faces('Manrope Variable', '200 800', manropeLatin, manropeLatinExt, manropeCyrillic),
  },
  SOURCE_SANS: {
    name: 'Source Sans 3',
    family: '"Source Sans 3 Variable", system-ui, sans-serif',
    faces: faces('Source Sans 3 Variable', '200 900', sourceSansLatin, sourceSansLatinExt, sourceSansCyrillic),
  },
  LITERATA: {
    name: 'Literata',
    family: '"Literata Variable", Georgia, serif',
    faces: faces('Literata Variable', '200 900', literataLatin, literataLatinExt, literataCyrillic),
  },
};

interface Family {
  readonly name: string;
  /** As `font-family` takes it. */
  readonly family: string;
  /** Rules that say where it comes from; the first family comes with the cockpit. */
  readonly faces: string;
}

/** Ranges as Google Fonts cuts its subsets. */
function faces(family: string, weights: string, latin: string, latinExt: string, cyrillic: string): string {
  const ranges = [
    [cyrillic, 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116'],
    [
      latinExt,
      'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB',
    ],
    [
      latin,
      'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212',
    ],
  ] as const;
  return ranges
    .map(
      ([url, range]) =>
        `@font-face{font-family:"${family}";font-style:normal;font-display:swap;font-weight:${weights};` +
        `src:url("${new URL(url, location.href).href}") format("woff2");unicode-range:${range}}`,
    )
    .join('');
}
