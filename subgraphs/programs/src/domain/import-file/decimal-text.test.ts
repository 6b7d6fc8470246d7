import { describe, expect, it } from 'vitest';
import { guessDecimalComma, parseDecimal } from './decimal-text.ts';

describe('parseDecimal', () => {
  it.each([
    ['60', false, 60],
    ['52.5', false, 52.5],
    ['52,5', false, 52.5],
    ['52.5', true, 52.5],
    ['52,500', true, 52.5],
  ])('reads %s (decimal comma: %s)', (text, decimalComma, value) =>
    expect(parseDecimal(text, decimalComma)).toBe(value),
  );

  it('refuses what may be a thousand', () => {
    expect(parseDecimal('1,000', false)).toBeNull();
    expect(parseDecimal('1.000', true)).toBeNull();
  });

  it.each(['', '-1', '1e3', '60 min', '1:30', '1.2.3', ',5', '5,', '0x10', '٣'])('refuses %j', (text) =>
    expect(parseDecimal(text, true)).toBeNull(),
  );
});

describe('guessDecimalComma', () => {
  it('goes with the majority and takes no date for a number', () => {
    expect(guessDecimalComma(['4,5', '5', '01.02.2026', '3,5', '2.5'])).toBe(true);
    expect(guessDecimalComma(['4.5', '5', 'well, 5'])).toBe(false);
  });
});
