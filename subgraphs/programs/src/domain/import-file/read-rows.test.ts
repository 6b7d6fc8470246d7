import { csvLine } from '@teei/runtime/csv-line';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { Dialect } from './dialect.ts';
import type { RawRow } from './raw-row.ts';
import { type ReadRowsOptions, readRows } from './read-rows.ts';

const PLAIN: Dialect = {
  encoding: 'utf-8',
  bomBytes: 0,
  delimiter: ';',
  lineEnding: '\n',
  decimalComma: false,
  dateFormat: 'iso',
  columns: ['id', 'text'],
};

async function readAll(
  file: Uint8Array,
  dialect: Dialect = PLAIN,
  pieceBytes = 1 << 20,
  options: ReadRowsOptions = {},
): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  for await (const batch of readRows(pieces(file, pieceBytes), dialect, options)) rows.push(...batch);
  return rows;
}

function* pieces(file: Uint8Array, bytes: number): Generator<Uint8Array> {
  for (let at = 0; at < file.length; at += bytes) yield file.subarray(at, at + bytes);
}

function sketch(rows: readonly RawRow[]): string[] {
  return rows.map(({ line, raw, issues }) =>
    `${line} ${raw.join('|')} ${issues.map(({ code }) => code).join()}`.trim(),
  );
}

describe('readRows', () => {
  it('gives cells by column, and the line and byte where a record starts', async () => {
    const file = Buffer.from('\uFEFFid;text\r\n1;"two\r\nlines"\r\n\r\n2;"say ""hei"""\r\n3;å\r\n4;last');
    const rows = await readAll(file, { ...PLAIN, bomBytes: 3, lineEnding: '\r\n' });
    expect(rows.map((row) => [row.line, row.cells])).toEqual([
      [2, { id: '1', text: 'two\r\nlines' }],
      [5, { id: '2', text: 'say "hei"' }],
      [6, { id: '3', text: 'å' }],
      [7, { id: '4', text: 'last' }],
    ]);
    expect(rows.map((row) => file.toString('utf8', row.byteOffset, (row.byteOffset ?? 0) + 2))).toEqual([
      '1;',
      '2;',
      '3;',
      '4;',
    ]);
  });

  it('reads back what was written, in any dialect and any pieces', async () => {
    const encodings = fc.constantFrom(
      { encoding: 'utf-8', bomBytes: 0 },
      { encoding: 'utf-8', bomBytes: 3 },
      { encoding: 'utf-16le', bomBytes: 2 },
      { encoding: 'utf-16be', bomBytes: 2 },
      { encoding: 'windows-1252', bomBytes: 0 },
      { encoding: 'windows-1251', bomBytes: 0 } as const,
    );
    const dialects = fc.record({
      mark: encodings,
      delimiter: fc.constantFrom(',', ';', '\t', '|'),
      lineEnding: fc.constantFrom('\r\n', '\n', '\r'),
      width: fc.integer({ min: 2, max: 5 }),
    });
    const cases = dialects.chain((dialect) => {
      const narrow = dialect.mark.encoding.startsWith('windows');
      const letters = narrow
        ? fc.constantFrom(...'abc é;,|\t"\r\n\''.replace('é', dialect.mark.encoding.endsWith('1') ? 'їж' : 'åø'))
        : fc.oneof(
            fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
            fc.constantFrom('"', ';', ',', '\r', '\n', '\r\n', '💙', 'ї', ' '),
          );
      const cell = fc.array(letters, { maxLength: 8 }).map((parts) => parts.join(''));
      const rows = fc.array(fc.array(cell, { minLength: dialect.width, maxLength: dialect.width }), {
        minLength: 1,
        maxLength: 8,
      });
      return fc.record({ dialect: fc.constant(dialect), rows, pieceBytes: fc.integer({ min: 1, max: 60 }) });
    });
    await fc.assert(
      fc.asyncProperty(cases, async ({ dialect: { mark, delimiter, lineEnding, width }, rows, pieceBytes }) => {
        const columns = Array.from({ length: width }, (_, at) => `c${at}`);
        const text = [columns, ...rows].map((row) => csvLine(row, delimiter, lineEnding)).join('');
        const file = iconv.encode(text, mark.encoding, { addBOM: mark.bomBytes > 0 });
        const read = await readAll(file, { ...PLAIN, ...mark, delimiter, lineEnding, columns } as Dialect, pieceBytes);
        expect(read.map((row) => row.raw)).toEqual(rows);
        expect(read.flatMap((row) => row.issues)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('rejects a row with too few or too many cells and goes on', async () => {
    const rows = await readAll(Buffer.from('id;text\n1;a\n2\n3;b;c\n4;d\n'));
    expect(sketch(rows)).toEqual(['2 1|a', '3 2 WRONG_COLUMN_COUNT', '4 3|b|c WRONG_COLUMN_COUNT', '5 4|d']);
    expect(rows[1]).toMatchObject({ cells: {}, issues: [{ level: 'error', line: 3, value: '2' }] });
  });

  it.each([1, 7, 1000])(
    'rejects only the line of a broken quotation mark, in pieces of %i bytes',
    async (pieceBytes) => {
      const file = Buffer.from(
        'id;text\n1;a\n2;"open\n3;"closed"\n4;say "hei" now\n5;"a "b" c"\n6;end\n7;"never closed\n8;last\n',
      );
      expect(sketch(await readAll(file, PLAIN, pieceBytes))).toEqual([
        '2 1|a',
        '3 2|"open STRAY_QUOTE',
        '4 3|closed',
        '5 4|say "hei" now STRAY_QUOTE',
        '6 5|"a "b" c" STRAY_QUOTE',
        '7 6|end',
        '8 7|"never closed UNCLOSED_QUOTE',
        '9 8|last',
      ]);
    },
  );

  it('loses one line to an open quotation mark with 64 KB of good rows below it', async () => {
    const good = Array.from({ length: 5000 }, (_, at) => `${at};a fairly ordinary row`).join('\n');
    const rows = await readAll(Buffer.from(`id;text\nx;"open\n${good}\n`), PLAIN, 10_000);
    expect(rows).toHaveLength(5001);
    expect(sketch(rows.slice(0, 2))).toEqual(['2 x|"open UNCLOSED_QUOTE', '3 0|a fairly ordinary row']);
    expect(rows.at(-1)?.line).toBe(5002);
  });

  it('rejects a row beyond 64 KB without holding it, and goes on', async () => {
    const file = Buffer.from(`id;text\n1;${'x'.repeat(300_000)}\n2;b\n`);
    const rows = await readAll(file, PLAIN, 5000);
    expect(rows.map((row) => [row.line, row.issues[0]?.code])).toEqual([
      [2, 'ROW_TOO_LONG'],
      [3, undefined],
    ]);
    expect(rows[0]?.raw.join().length).toBeLessThan(80_000);
    expect(file.toString('utf8', rows[1]?.byteOffset)).toBe('2;b\n');
  });

  it('reads a file that mixes line endings', async () => {
    expect(sketch(await readAll(Buffer.from('id;text\n1;a\r\n2;b\n3;c\r\n')))).toEqual(['2 1|a', '3 2|b', '4 3|c']);
  });

  it('never throws, and counts lines rightly, whatever quotation marks do', async () => {
    const text = fc.string({ unit: fc.constantFrom('"', '""', ';', '\n', '\r\n', 'a', 'b;c\n', '"x"'), maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 20 }), async (body, pieceBytes) => {
        const file = Buffer.from(`id;text\n${body}`);
        const rows = await readAll(file, PLAIN, pieceBytes);
        for (const { line, byteOffset } of rows)
          expect(file.toString('utf8', 0, byteOffset).split('\n').length).toBe(line);
        expect(sketch(rows)).toEqual(sketch(await readAll(file)));
      }),
      { numRuns: 500 },
    );
  });

  it('hands rows over in batches', async () => {
    const file = Buffer.from(`id;text\n${'1;a\n'.repeat(2500)}`);
    const sizes: number[] = [];
    for await (const batch of readRows([file], PLAIN)) sizes.push(batch.length);
    expect(sizes).toEqual([1000, 1000, 500]);
  });

  it('stops at the row cap and says so', async () => {
    const file = Buffer.from('id;text\n1;a\n2;b\n3;c\n4;d\n');
    expect(sketch(await readAll(file, PLAIN, 1000, { maxRows: 2 }))).toEqual(['2 1|a', '3 2|b', '4 3|c TOO_MANY_ROWS']);
    expect(sketch(await readAll(file, PLAIN, 1000, { maxRows: 4 }))).toHaveLength(4);
  });
});
