import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { detectDialect } from './detect-dialect.ts';
import type { Dialect } from './dialect.ts';

const NORWEGIAN_ROWS =
  'id;dato;vurdering;kommentar\r\n1;01.02.2026 14:30;4,5;Vi lærte å sykle på øya\r\n2;02.02.2026 09:00;4,0;\r\n';
const UKRAINIAN_ROWS = 'номер,дата,відгук\n1,2026-02-01,Дякую за зустріч\n2,2026-02-08,Їхали разом\n';

function dialectOf(file: Uint8Array): Dialect {
  const detected = detectDialect(file);
  if (!detected.ok) throw new Error(detected.refusal.code);
  return detected.dialect;
}

function refusalOf(file: Uint8Array): string {
  const detected = detectDialect(file);
  return detected.ok ? 'none' : detected.refusal.code;
}

describe('detectDialect', () => {
  it('tells a Norwegian spreadsheet export', () => {
    expect(dialectOf(Buffer.from(`\uFEFF${NORWEGIAN_ROWS}`))).toEqual({
      encoding: 'utf-8',
      bomBytes: 3,
      delimiter: ';',
      lineEnding: '\r\n',
      decimalComma: true,
      dateFormat: 'dd.mm.yyyy',
      columns: ['id', 'dato', 'vurdering', 'kommentar'],
    });
  });

  it.each([
    ['utf-8', 0],
    ['utf-16le', 2],
    ['utf-16be', 2],
    ['windows-1252', 0],
  ] as const)('tells %s', (encoding, bomBytes) => {
    const file = iconv.encode(NORWEGIAN_ROWS, encoding, { addBOM: bomBytes > 0 });
    expect(dialectOf(file)).toMatchObject({
      encoding,
      bomBytes,
      delimiter: ';',
      columns: ['id', 'dato', 'vurdering', 'kommentar'],
    });
  });

  it('tells Cyrillic Windows text from Norwegian', () => {
    expect(dialectOf(iconv.encode(UKRAINIAN_ROWS, 'windows-1251'))).toMatchObject({
      encoding: 'windows-1251',
      columns: ['номер', 'дата', 'відгук'],
    });
  });

  it.each([',', ';', '\t', '|'] as const)('tells the delimiter %j beside quoted look-alikes', (delimiter) => {
    const file = `id${delimiter}text\n1${delimiter}"a, b; c\td | e"\n2${delimiter}"one, two"\n`;
    expect(dialectOf(Buffer.from(file))).toMatchObject({ delimiter, columns: ['id', 'text'] });
  });

  it.each(['\r\n', '\n', '\r'] as const)('tells the line ending %j', (lineEnding) => {
    expect(dialectOf(Buffer.from(['a,b', '1,2', '3,4', ''].join(lineEnding)))).toMatchObject({ lineEnding });
  });

  it.each([
    ['2026-02-01T10:00:00Z', 'iso'],
    ['2026-02-01', 'yyyy-mm-dd'],
    ['01.02.2026', 'dd.mm.yyyy'],
    ['01-02-2026', 'dd-mm-yyyy'],
    ['01/02/2026', 'dd/mm/yyyy'],
    ['02/13/2026', 'mm/dd/yyyy'],
    ['2026/02/01', 'yyyy/mm/dd'],
  ])('takes %s for %s', (date, dateFormat) => {
    expect(dialectOf(Buffer.from(`id,date\n1,${date}\n`))).toMatchObject({ dateFormat });
  });

  it('makes column names unique and never empty', () => {
    expect(dialectOf(Buffer.from('id,,id,__proto__\n1,2,3,4\n')).columns).toEqual([
      'id',
      'column_2',
      'id_2',
      'column_4',
    ]);
  });

  it('does not mind a character cut in two by the end of the head', () => {
    const file = Buffer.from(`id,text\n${'1,їїїїїїїїїї\n'.repeat(5000)}`);
    for (const cut of [1000, 1001, 1002, 1003]) expect(dialectOf(file.subarray(0, cut)).encoding).toBe('utf-8');
    expect(dialectOf(file).encoding).toBe('utf-8');
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'IMPORT_EMPTY_FILE'],
    ['a mark and blank lines', Buffer.from('\uFEFF\r\n \r\n'), 'IMPORT_EMPTY_FILE'],
    ['a header only', Buffer.from('id,date\n'), 'IMPORT_EMPTY_FILE'],
    ['NUL bytes', Buffer.from('id,date\n1,\0\n'), 'IMPORT_BINARY_FILE'],
    ['a workbook', Buffer.from('PK\u0003\u0004 whatever'), 'IMPORT_SPREADSHEET_FILE'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'IMPORT_SPREADSHEET_FILE'],
    ['201 columns', Buffer.from(`${'a,'.repeat(200)}a\n${'1,'.repeat(200)}1\n`), 'IMPORT_TOO_MANY_COLUMNS'],
    ['a header with an open quotation mark', Buffer.from('id,"date\n1,2026-01-01\n'), 'IMPORT_BAD_HEADER'],
    ['a first line without end', Buffer.alloc(70_000, 'abc '), 'IMPORT_BAD_HEADER'],
  ])('refuses %s', (_, file, code) => {
    expect(refusalOf(file)).toBe(code);
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void detectDialect(bytes)));
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('"', ',', ';', '\r', '\n', 'a', '1', '.') }),
        (text) => void detectDialect(Buffer.from(text)),
      ),
    );
  });
});
