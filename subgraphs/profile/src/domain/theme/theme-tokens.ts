import { grounds, type Look } from './grounds.ts';
import { contrast, type Oklch, onScreen } from './oklch.ts';

export interface ThemeColours {
  /** Links, buttons and what is chosen. */
  readonly primary: Oklch;
  /** Marks: lines, bars, points. */
  readonly secondary: Oklch;
}

/** The tokens of web/src/theme/tokens.css that a company's colours take the place of. */
export const tokenNames = ['accent-1', 'accent-2', 'accent-3', 'accent-4', 'accent-5', 'on-accent'] as const;
export type Tokens = Readonly<Record<(typeof tokenNames)[number], Oklch>>;

/** WCAG 2.2, 1.4.3 and 1.4.11. */
export const least = { text: 4.5, mark: 3 } as const;

/**
 * In light the colours stand as they were given, and `checkTheme` says whether they may. In dark no colour that is read on
 * white can be read, so there they are lifted, by as little as it takes, with their hue.
 */
export function themeTokens(colours: ThemeColours, look: Look): Tokens {
  return look === 'LIGHT' ? lightTokens(colours) : darkTokens(colours);
}

function lightTokens({ primary, secondary }: ThemeColours): Tokens {
  const { lightness, chroma, hue } = primary;
  return {
    'accent-1': onScreen({ lightness: 0.967, chroma: Math.min(chroma, 0.014), hue }),
    'accent-2': onScreen({ lightness: 0.922, chroma: Math.min(chroma, 0.027), hue }),
    'accent-3': secondary,
    'accent-4': primary,
    'accent-5': onScreen({ lightness: lightness * 0.82, chroma: chroma * 0.85, hue }),
    'on-accent': { lightness: 0.99, chroma: Math.min(chroma, 0.004), hue },
  };
}

function darkTokens({ primary, secondary }: ThemeColours): Tokens {
  const { chroma, hue } = primary;
  const tints = {
    'accent-1': onScreen({ lightness: 0.262, chroma: Math.min(chroma, 0.03), hue }),
    'accent-2': onScreen({ lightness: 0.33, chroma: Math.min(chroma, 0.05), hue }),
  };
  const behind = [...grounds.DARK, ...Object.values(tints)];
  const text = lifted({ lightness: 0.7, chroma: Math.min(chroma, 0.13), hue }, behind, least.text);
  return {
    ...tints,
    'accent-3': lifted({ ...secondary, lightness: Math.max(0.55, secondary.lightness) }, grounds.DARK, least.mark),
    'accent-4': text,
    'accent-5': onScreen({ ...text, lightness: Math.min(0.96, text.lightness + 0.07) }),
    'on-accent': onScreen({ lightness: 0.19, chroma: Math.min(chroma, 0.03), hue }),
  };
}

/** Lighter by steps until it stands out from everything behind it. White does, so it ends. */
function lifted(colour: Oklch, behind: readonly Oklch[], wanted: number): Oklch {
  for (let { lightness } = colour; lightness < 1; lightness += 0.01) {
    const tried = onScreen({ ...colour, lightness });
    if (behind.every((ground) => contrast(tried, ground) >= wanted)) return tried;
  }
  return { lightness: 1, chroma: 0, hue: colour.hue };
}
