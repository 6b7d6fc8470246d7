import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast, type Oklch, parseOklch } from './contrast.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const [lightBlock = '', darkBlock = ''] = css.split(/\[data-theme=.dark.\]/);

describe.each([
  ['light', lightBlock],
  ['dark', darkBlock],
])('%s tokens', (_theme, block) => {
  const token = (name: string): Oklch => {
    const found = new RegExp(`--${name}: ([^;]+);`).exec(block)?.[1];
    const colour = found === undefined ? null : parseOklch(found);
    if (colour === null) throw new Error(`No colour --${name}`);
    return colour;
  };

  const grounds = ['grey-1', 'surface', 'grey-2', 'grey-3'];

  test.each(['grey-8', 'grey-9', 'grey-10', 'accent-4', 'good', 'attention', 'bad', 'information'])(
    'text in %s has 4.5:1 on every ground',
    (text) => {
      for (const ground of grounds) expect(contrast(token(text), token(ground)), ground).toBeGreaterThanOrEqual(4.5);
    },
  );

  test.each(['good', 'attention', 'bad', 'information'])('text in %s has 4.5:1 on its own tint', (text) => {
    expect(contrast(token(text), token(`${text}-tint`))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['accent-1', 'accent-2'])('ink and accent are read on %s', (ground) => {
    expect(contrast(token('grey-10'), token(ground))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(token('accent-4'), token(ground))).toBeGreaterThanOrEqual(4.5);
  });

  test('words on the accent have 4.5:1, pressed too', () => {
    expect(contrast(token('on-accent'), token('accent-4'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(token('on-accent'), token('accent-5'))).toBeGreaterThanOrEqual(4.5);
  });

  test('control borders and marks have 3:1', () => {
    const marks = ['grey-7', 'accent-3', ...Array.from({ length: 8 }, (_, index) => `chart-${index + 1}`)];
    for (const mark of marks) expect(contrast(token(mark), token('surface')), mark).toBeGreaterThanOrEqual(3);
  });

  test('no two chart colours are one grey', () => {
    const lightness = Array.from({ length: 8 }, (_, index) => token(`chart-${index + 1}`).lightness).sort();
    const steps = lightness.slice(1).map((level, index) => level - (lightness[index] ?? 0));
    for (const step of steps) expect(step).toBeGreaterThanOrEqual(0.02);
  });
});
