import { describe, expect, it } from 'vitest';
import { parseDateText } from './date-text.ts';
import type { DateFormat } from './dialect.ts';

function read(text: string, format: DateFormat = 'iso', timeZone?: string): string | null {
  const instant = parseDateText(text, format, timeZone);
  return instant === null ? null : new Date(instant).toISOString();
}

describe('parseDateText', () => {
  it.each([
    ['2026-03-01T14:30:00Z', '2026-03-01T14:30:00.000Z'],
    ['2026-03-01T14:30:00.123+02:00', '2026-03-01T12:30:00.000Z'],
    ['2026-03-01T14:30-0330', '2026-03-01T18:00:00.000Z'],
    ['2026-03-01 14:30', '2026-03-01T14:30:00.000Z'],
    ['2026-03-01', '2026-03-01T00:00:00.000Z'],
    ['2026/03/01', '2026-03-01T00:00:00.000Z'],
    ['01.03.2026', '2026-03-01T00:00:00.000Z'],
    ['1.3.2026 9:05', '2026-03-01T09:05:00.000Z'],
    ['01.03.2026, 14.30', '2026-03-01T14:30:00.000Z'],
    ['01-03-2026 14:30:59', '2026-03-01T14:30:59.000Z'],
    ['01/03/2026', '2026-03-01T00:00:00.000Z'],
    ['29.02.2028', '2028-02-29T00:00:00.000Z'],
  ])('reads %s', (text, instant) => expect(read(text)).toBe(instant));

  it('reads the month first where the file does', () =>
    expect(read('03/01/2026', 'mm/dd/yyyy')).toBe('2026-03-01T00:00:00.000Z'));

  it.each([
    '',
    'yesterday',
    '31.02.2026',
    '29.02.2026',
    '00.01.2026',
    '01.13.2026',
    '2026-01-01 24:00',
    '01.03.26',
    '45992',
    '1900-01-01',
    '9999-12-31',
    '2026-03/01',
  ])('refuses %j', (text) => expect(read(text)).toBeNull());

  it('takes a time without a zone in the given zone, summer and winter', () => {
    expect(read('15.01.2026 12:00', 'dd.mm.yyyy', 'Europe/Oslo')).toBe('2026-01-15T11:00:00.000Z');
    expect(read('15.07.2026 12:00', 'dd.mm.yyyy', 'Europe/Oslo')).toBe('2026-07-15T10:00:00.000Z');
    expect(read('2026-07-15T12:00:00Z', 'iso', 'Europe/Oslo')).toBe('2026-07-15T12:00:00.000Z');
    expect(read('15.07.2026 12:00', 'dd.mm.yyyy', 'Asia/Kolkata')).toBe('2026-07-15T06:30:00.000Z');
    expect(read('15.07.2026 12:00', 'dd.mm.yyyy', 'America/Los_Angeles')).toBe('2026-07-15T19:00:00.000Z');
  });

  it('reads times around the change of the clocks', () => {
    // Clocks in Oslo go from 02:00 to 03:00 on 29 March 2026 and from 03:00 to 02:00 on 25 October 2026.
    expect(read('29.03.2026 01:59', 'dd.mm.yyyy', 'Europe/Oslo')).toBe('2026-03-29T00:59:00.000Z');
    expect(read('29.03.2026 02:30', 'dd.mm.yyyy', 'Europe/Oslo')).toBe('2026-03-29T01:30:00.000Z');
    expect(read('29.03.2026 03:00', 'dd.mm.yyyy', 'Europe/Oslo')).toBe('2026-03-29T01:00:00.000Z');
    expect(read('25.10.2026 02:30', 'dd.mm.yyyy', 'Europe/Oslo')).toBe('2026-10-25T00:30:00.000Z');
    expect(read('25.10.2026 03:30', 'dd.mm.yyyy', 'Europe/Oslo')).toBe('2026-10-25T02:30:00.000Z');
  });

  it('keeps a date without a time on its day in any zone', () => {
    expect(read('01.03.2026', 'dd.mm.yyyy', 'Europe/Oslo')).toBe('2026-03-01T00:00:00.000Z');
  });
});
