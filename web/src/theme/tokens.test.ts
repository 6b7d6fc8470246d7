import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast, type Oklch, parseOklch } from './contrast.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const [light = '', dark = '', more = '', darkMore = ''] = css.split(
  /\[data-theme="dark"\] \{|\n\[data-contrast="more"\] \{|\[data-theme="dark"\]\[data-contrast="more"\] \{/,
);

/** Ratios of WCAG 2.2: 1.4.3 and 1.4.11; in high contrast 1.4.6, with marks as strong as text must be otherwise. */
const ordinary = { text: 4.5, mark: 3 };
const high = { text: 7, mark: 4.5 };

// A look takes from the first of its blocks that has the token, as the cascade does.
describe.each([
  ['light', [light], ordinary],
  ['dark', [dark], ordinary],
  ['light, high contrast', [more, light], high],
  ['dark, high contrast', [darkMore, dark], high],
] as const)('%s tokens', (_theme, blocks, least) => {
  const token = (name: string): Oklch => {
    const found = blocks.map((block) => new RegExp(`--${name}: ([^;]+);`).exec(block)?.[1]).find((each) => each);
    const colour = found === undefined ? null : parseOklch(found);
    if (colour === null) throw new Error(`No colour --${name}`);
    return colour;
  };

  const grounds = ['grey-1', 'surface', 'grey-2', 'grey-3'];

  test.each(['grey-8', 'grey-9', 'grey-10', 'accent-4', 'good', 'attention', 'bad', 'information'])(
    'text in %s is read on every ground',
    (text) => {
      for (const ground of grounds)
        expect(contrast(token(text), token(ground)), ground).toBeGreaterThanOrEqual(least.text);
    },
  );

  test.each(['good', 'attention', 'bad', 'information'])('text in %s is read on its own tint', (text) => {
    expect(contrast(token(text), token(`${text}-tint`))).toBeGreaterThanOrEqual(least.text);
  });

  test.each(['accent-1', 'accent-2'])('ink and accent are read on %s', (ground) => {
    expect(contrast(token('grey-10'), token(ground))).toBeGreaterThanOrEqual(least.text);
    expect(contrast(token('accent-4'), token(ground))).toBeGreaterThanOrEqual(least.text);
  });

  test('words on the accent are read, pressed too', () => {
    expect(contrast(token('on-accent'), token('accent-4'))).toBeGreaterThanOrEqual(least.text);
    expect(contrast(token('on-accent'), token('accent-5'))).toBeGreaterThanOrEqual(least.text);
  });

  test('control borders and marks are seen', () => {
    const marks = ['grey-7', 'accent-3', ...Array.from({ length: 8 }, (_, index) => `chart-${index + 1}`)];
    for (const mark of marks) expect(contrast(token(mark), token('surface')), mark).toBeGreaterThanOrEqual(least.mark);
  });

  test('no two chart colours are one grey', () => {
    const lightness = Array.from({ length: 8 }, (_, index) => token(`chart-${index + 1}`).lightness).sort();
    const steps = lightness.slice(1).map((level, index) => level - (lightness[index] ?? 0));
    for (const step of steps) expect(step).toBeGreaterThanOrEqual(0.02);
  });
});
