import { readHex, writeOklch } from '../domain/theme/oklch.ts';
import { type ThemeColours, themeTokens, tokenNames } from '../domain/theme/theme-tokens.ts';
import type { ThemeToken } from '../generated/resolvers.ts';

/** Undefined where one of the texts is no colour. */
export function coloursOf(primary: string, secondary: string): ThemeColours | undefined {
  const [first, second] = [readHex(primary), readHex(secondary)];
  return first && second && { primary: first, secondary: second };
}

/** The tokens as a style sheet has them; those of light and dark side by side. */
export function writtenTokens(colours: ThemeColours): ThemeToken[] {
  const [light, dark] = [themeTokens(colours, 'LIGHT'), themeTokens(colours, 'DARK')];
  return tokenNames.map((name) => ({ name, light: writeOklch(light[name]), dark: writeOklch(dark[name]) }));
}
