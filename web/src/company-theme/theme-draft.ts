import type { LookFragment, SaveCompanyThemeInput, ThemeFont, ThemePreset } from '../generated/graphql.ts';

/** What is being edited. */
export interface ThemeDraft {
  readonly primary: string;
  readonly secondary: string;
  readonly preset: ThemePreset | null;
  readonly font: ThemeFont;
  readonly logo: string | null;
}

/** The look that the cockpit comes with, in a company's terms. */
const asItComes: ThemeDraft = { primary: '#0b5c82', secondary: '#2b86a3', preset: 'FJORD', font: 'INTER', logo: null };

export function draftOf(theme: LookFragment | null): ThemeDraft {
  if (theme === null) return asItComes;
  const { primary, secondary, preset, font, logo } = theme;
  return { primary, secondary, preset, font, logo };
}

/** A colour that is changed by hand is no preset's any more. */
export function withColours(
  draft: ThemeDraft,
  colours: Partial<Pick<ThemeDraft, 'primary' | 'secondary'>>,
): ThemeDraft {
  return { ...draft, ...colours, preset: null };
}

export function inputOf(draft: ThemeDraft, revision: number): SaveCompanyThemeInput {
  return { ...draft, revision };
}

export function isColour(text: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(text);
}
