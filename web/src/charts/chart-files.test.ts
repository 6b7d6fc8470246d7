import { expect, test } from 'vitest';
import { csvOf } from './csv-of.ts';
import { figureSvg, rowsDrawing } from './figure-svg.ts';

test('a table keeps its numbers whole, leaves empty what is not shown, and is no formula', () => {
  const rows = [
    ['Mar, "spring"', 0.7123456, null],
    ['=HYPERLINK("x")', -3, 0],
  ];
  expect(csvOf({ columns: ['Period', 'Рівень', 'n'], rows })).toBe(
    '\uFEFFPeriod,Рівень,n\r\n"Mar, ""spring""",0.7123456,\r\n"\'=HYPERLINK(""x"")",-3,0\r\n',
  );
});

test('a picture holds its words as text, whatever is in them', () => {
  const colours = { paper: '#fff', ink: '#111', muted: '#555' };
  const row = { name: '<b>&', words: '1', from: 0, to: 0.5, dot: 0.25 };
  const drawing = rowsDrawing([row], 600, { ink: '#111', track: '#eee', mark: '#09c', dot: '#036' });
  const svg = figureSvg({
    title: 'A "title" <script>',
    note: '',
    source: 's',
    width: 600,
    height: 30,
    drawing,
    colours,
  });
  expect(svg).not.toMatch(/<script|<b>/);
  expect(svg).toContain('&#60;script&#62;');
  expect(svg.match(/<svg/g)).toHaveLength(1);
});
