import { grounds, ink, type Look } from './grounds.ts';
import { contrast, type Oklch, onScreen, readHex, writeHex } from './oklch.ts';
import { least, type ThemeColours, themeTokens } from './theme-tokens.ts';

/** What a colour is used for, and how well it can be told from the worst of what lies behind it there. */
export interface ThemeContrast {
  readonly use: 'TEXT' | 'TEXT_ON_COLOUR' | 'TEXT_ON_TINT' | 'MARK';
  readonly look: Look;
  readonly ratio: number;
  readonly required: number;
}

export function checkTheme(colours: ThemeColours): readonly ThemeContrast[] {
  return (['LIGHT', 'DARK'] as const).flatMap((look) => contrastsIn(colours, look));
}

export function holds({ ratio, required }: ThemeContrast): boolean {
  return ratio >= required;
}

/** The same hues, darker by as little as it takes for all contrasts to hold; undefined where they do already. */
export function correctedColours(colours: ThemeColours): { primary: string; secondary: string } | undefined {
  if (checkTheme(colours).every(holds)) return undefined;
  return {
    primary: darkened(colours.primary, (primary) => checkTheme({ ...colours, primary }).every(aboutPrimary)),
    secondary: darkened(colours.secondary, (secondary) => checkTheme({ ...colours, secondary }).every(aboutSecondary)),
  };
}

function contrastsIn(colours: ThemeColours, look: Look): ThemeContrast[] {
  const tokens = themeTokens(colours, look);
  const tints = [tokens['accent-1'], tokens['accent-2']];
  const text = { look, required: least.text };
  return [
    { use: 'TEXT', ...text, ratio: worst(tokens['accent-4'], [...grounds[look], ...tints]) },
    { use: 'TEXT_ON_COLOUR', ...text, ratio: worst(tokens['on-accent'], [tokens['accent-4'], tokens['accent-5']]) },
    { use: 'TEXT_ON_TINT', ...text, ratio: worst(ink[look], tints) },
    { use: 'MARK', look, required: least.mark, ratio: worst(tokens['accent-3'], grounds[look]) },
  ];
}

const aboutPrimary = (one: ThemeContrast): boolean => one.use === 'MARK' || holds(one);
const aboutSecondary = (one: ThemeContrast): boolean => one.use !== 'MARK' || holds(one);

/** What is proposed is judged as it will be given back: as hexadecimal text, after rounding. */
function darkened(colour: Oklch, isGood: (colour: Oklch) => boolean): string {
  for (let { lightness } = colour; lightness > 0; lightness -= 0.005) {
    const text = writeHex(onScreen({ ...colour, lightness }));
    const read = readHex(text);
    if (read && isGood(read)) return text;
  }
  return '#000000';
}

function worst(colour: Oklch, others: readonly Oklch[]): number {
  return Math.min(...others.map((other) => contrast(colour, other)));
}
