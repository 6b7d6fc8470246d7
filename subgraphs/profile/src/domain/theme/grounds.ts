import type { Oklch } from './oklch.ts';

export type Look = 'LIGHT' | 'DARK';

const of = (lightness: number, chroma: number, hue: number): Oklch => ({ lightness, chroma, hue });

/** What the cockpit writes and draws on: grey-1, surface, grey-2 and grey-3 of web/src/theme/tokens.css, which a test holds this to. */
export const grounds: Readonly<Record<Look, readonly Oklch[]>> = {
  LIGHT: [of(0.985, 0.004, 85), of(0.998, 0.001, 85), of(0.968, 0.005, 85), of(0.945, 0.006, 85)],
  DARK: [of(0.175, 0.006, 75), of(0.205, 0.006, 75), of(0.232, 0.007, 75), of(0.262, 0.008, 75)],
};

/** Of text, where it stands on what is tinted with the company's colour: grey-10. */
export const ink: Readonly<Record<Look, Oklch>> = { LIGHT: of(0.215, 0.012, 60), DARK: of(0.955, 0.006, 85) };
