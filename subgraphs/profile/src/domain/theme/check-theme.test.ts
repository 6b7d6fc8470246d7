import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { checkTheme, correctedColours, holds } from './check-theme.ts';
import { grounds, ink } from './grounds.ts';
import { contrast, readHex, writeHex, writeOklch } from './oklch.ts';
import { presets } from './presets.ts';
import type { ThemeColours } from './theme-tokens.ts';

const colour = (text: string) => readHex(text) ?? expect.fail(`${text} is no colour`);
const colours = (primary: string, secondary: string): ThemeColours => ({
  primary: colour(primary),
  secondary: colour(secondary),
});

test('the grounds are those of the cockpit', () => {
  const css = readFileSync(join(import.meta.dirname, '../../../../../web/src/theme/tokens.css'), 'utf8');
  const [light = '', dark = ''] = css.split(/\[data-theme="dark"\] \{|\n\[data-contrast="more"\] \{/);
  for (const [look, block] of [
    ['LIGHT', light],
    ['DARK', dark],
  ] as const) {
    const token = (name: string) => new RegExp(`--${name}: ([^;]+);`).exec(block)?.[1];
    expect(grounds[look].map(writeOklch)).toEqual(['grey-1', 'surface', 'grey-2', 'grey-3'].map(token));
    expect(writeOklch(ink[look])).toBe(token('grey-10'));
  }
});

describe('a colour', () => {
  test.each(['#000000', '#ffffff', '#0b5c82', '#ff0000', '#7f7f7f'])('%s is read and written as it was', (text) => {
    expect(writeHex(colour(text))).toBe(text);
  });

  it('has the contrast that WCAG gives', () => {
    expect(contrast(colour('#000000'), colour('#ffffff'))).toBeCloseTo(21, 3);
    expect(contrast(colour('#767676'), colour('#ffffff'))).toBeCloseTo(4.54, 2);
    expect(contrast(colour('#ff0000'), colour('#ffffff'))).toBeCloseTo(4, 2);
  });

  test.each(['red', '#12345', '#1234567', 'rgb(1,2,3)', '#12345g'])('%s is none', (text) => {
    expect(readHex(text)).toBeUndefined();
  });
});

describe('a theme', () => {
  test.each(Object.entries(presets))('%s holds in light and dark', (_, { primary, secondary }) => {
    expect(checkTheme(colours(primary, secondary)).filter((one) => !holds(one))).toEqual([]);
    expect(correctedColours(colours(primary, secondary))).toBeUndefined();
  });

  it('of colours too light for white is corrected to ones that hold, of the same hue', () => {
    for (const [primary, secondary] of [
      ['#ffd400', '#00e5ff'],
      ['#ff7a00', '#7fff00'],
      ['#8ec5ff', '#ffffff'],
    ] as const) {
      const given = colours(primary, secondary);
      expect(
        checkTheme(given)
          .filter((one) => !holds(one))
          .map(({ look }) => look),
      ).toContain('LIGHT');
      const proposal = correctedColours(given) ?? expect.fail('nothing is proposed');
      const corrected = colours(proposal.primary, proposal.secondary);
      expect(checkTheme(corrected).filter((one) => !holds(one))).toEqual([]);
      expect(Math.abs(corrected.primary.hue - given.primary.hue)).toBeLessThan(3);
      expect(contrast(corrected.primary, { lightness: 1, chroma: 0, hue: 0 })).toBeLessThan(6.5);
    }
  });

  it('in dark is lifted until it holds, whatever it was', () => {
    for (let hue = 0; hue < 360; hue += 15)
      for (const lightness of [0.05, 0.3, 0.46]) {
        const one = { lightness, chroma: 0.15, hue };
        const dark = checkTheme({ primary: one, secondary: one }).filter(({ look }) => look === 'DARK');
        expect(
          dark.filter((each) => !holds(each)),
          `${hue} ${lightness}`,
        ).toEqual([]);
      }
  });
});
