import { expect, test } from 'vitest';
import { brandCss } from './brand-css.ts';

const font = { family: '"Manrope Variable"', faces: '@font-face{font-family:"Manrope Variable"}' };
const tokens = [
  { __typename: 'ThemeToken' as const, name: 'accent-4', light: 'oklch(0.4 0.1 20)', dark: 'oklch(0.8 0.1 20)' },
];

test('colours of light and dark stand beside each other, and never in high contrast', () => {
  const css = brandCss({ tokens, logo: null }, font);
  expect(css).toBe(
    '@font-face{font-family:"Manrope Variable"}:root{--font-family:"Manrope Variable"}' +
      '[data-contrast="ordinary"]{--accent-4:oklch(0.4 0.1 20)}' +
      '[data-theme="dark"][data-contrast="ordinary"]{--accent-4:oklch(0.8 0.1 20)}',
  );
});

test('a logo that is no image of the server gets into no rule', () => {
  const logo = 'data:image/png;base64,AAAA';
  expect(brandCss({ tokens, logo }, font)).toContain(`background-image:url("${logo}")`);
  for (const other of [
    'https://elsewhere.example/x.png',
    'data:image/png;base64,AA")}body{display:none}',
    'data:image/svg+xml;base64,AAAA',
  ])
    expect(brandCss({ tokens, logo: other }, font)).not.toContain('brand-logo');
});
