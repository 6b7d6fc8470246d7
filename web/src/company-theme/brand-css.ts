import type { LookFragment, ThemeTokensFragment } from '../generated/graphql.ts';

interface BrandFont {
  readonly family: string;
  readonly faces: string;
}

/** A company's look as rules. High contrast wins: its colours are not the company's. */
export function brandCss(
  { tokens, logo }: Pick<LookFragment, 'tokens' | 'logo'>,
  { family, faces }: BrandFont,
): string {
  return [
    faces,
    `:root{--font-family:${family}}`,
    `[data-contrast="ordinary"]{${properties(tokens, 'light')}}`,
    `[data-theme="dark"][data-contrast="ordinary"]{${properties(tokens, 'dark')}}`,
    isImage(logo) ? `${logoRules}.brand-logo{background-image:url("${logo}")}` : '',
  ].join('');
}

function properties(tokens: readonly ThemeTokensFragment[], look: 'light' | 'dark'): string {
  return tokens.map((token) => `--${token.name}:${token[look]}`).join(';');
}

/** Logos are made for paper: in dark they stand on a piece of it. */
const logoRules =
  '.brand-mark{display:none}.brand-logo{display:block}' +
  '[data-theme="dark"] .brand-logo{background-color:#fff;border-radius:2px;box-shadow:0 0 0 3px #fff}';

/** What the server lets through; nothing else gets into a style sheet. */
function isImage(logo: string | null): logo is string {
  return logo !== null && /^data:image\/(png|webp);base64,[A-Za-z0-9+/=]+$/.test(logo);
}
