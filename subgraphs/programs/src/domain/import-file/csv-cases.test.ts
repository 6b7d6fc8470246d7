import { csvLine } from '@teei/runtime/csv-line';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { detectDialect } from './detect-dialect.ts';
import { DELIMITERS } from './dialect.ts';
import { readRows } from './read-rows.ts';

// The awkward files that every CSV reader is asked about, by the way that an upload takes: detected first, then read.

const cases: readonly (readonly [name: string, text: string, rows: readonly (readonly string[])[]])[] = [
  ['a plain table', 'id,name,city\n1,Kari,Oslo\n', [['1', 'Kari', 'Oslo']]],
  ['CRLF', 'id,name,city\r\n1,Kari,Oslo\r\n', [['1', 'Kari', 'Oslo']]],
  [
    'carriage returns alone',
    'id,name,city\r1,Kari,Oslo\r2,Nils,Bergen\r',
    [
      ['1', 'Kari', 'Oslo'],
      ['2', 'Nils', 'Bergen'],
    ],
  ],
  ['no newline at the end', 'id,name\n1,Kari', [['1', 'Kari']]],
  [
    'a comma in quotation marks',
    'name,address,postcode\nKari,"Storgata 1, Oslo",0155\n',
    [['Kari', 'Storgata 1, Oslo', '0155']],
  ],
  [
    'empty cells',
    'a,b,c\n1,"",""\n2,,\n,,3\n',
    [
      ['1', '', ''],
      ['2', '', ''],
      ['', '', '3'],
    ],
  ],
  [
    'doubled quotation marks',
    'a,b\n1,"ha ""ha"" ha"\n3,4\n',
    [
      ['1', 'ha "ha" ha'],
      ['3', '4'],
    ],
  ],
  [
    'nothing but quotation marks',
    'a,b\n"""",""""""\n1,2\n',
    [
      ['"', '""'],
      ['1', '2'],
    ],
  ],
  [
    'JSON in a cell',
    'key,value\n1,"{""type"": ""Point"", ""at"": [10.7, 59.9]}"\n',
    [['1', '{"type": "Point", "at": [10.7, 59.9]}']],
  ],
  [
    'newlines in cells',
    'a,b,c\n1,2,3\n"Once upon\na time",5,6\n7,8,9\n',
    [
      ['1', '2', '3'],
      ['Once upon\na time', '5', '6'],
      ['7', '8', '9'],
    ],
  ],
  [
    'CRLF in cells',
    'a,b,c\r\n1,2,3\r\n"Once upon\r\na time",5,6\r\n',
    [
      ['1', '2', '3'],
      ['Once upon\r\na time', '5', '6'],
    ],
  ],
  [
    'quotation marks and newlines',
    'a,b\n1,"ha\n""ha""\nha"\n3,4\n',
    [
      ['1', 'ha\n"ha"\nha'],
      ['3', '4'],
    ],
  ],
  ['quoted headers', '"first name","last name"\nKari,"O\'Hara"\n', [['Kari', "O'Hara"]]],
  [
    'letters beyond ASCII',
    'a,b\n1,ʤ\n2,Їжак і 💙\n',
    [
      ['1', 'ʤ'],
      ['2', 'Їжак і 💙'],
    ],
  ],
  [
    'spaces that belong to the cell',
    'a,b\n1, two \n2,"  "\n',
    [
      ['1', ' two '],
      ['2', '  '],
    ],
  ],
  [
    'blank lines',
    'a,b\n\n1,2\n\n\n3,4\n\n',
    [
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  [
    'semicolons with commas as decimals',
    'a;b\n1,5;2,5\n3,25;4\n',
    [
      ['1,5', '2,5'],
      ['3,25', '4'],
    ],
  ],
];

async function read(file: Buffer): Promise<readonly (readonly string[])[]> {
  const detected = detectDialect(file);
  if (!detected.ok) throw new Error(detected.refusal.code);
  const rows: (readonly string[])[] = [];
  for await (const batch of readRows([file], detected.dialect)) {
    for (const { raw, issues } of batch) {
      expect(issues).toEqual([]);
      rows.push(raw);
    }
  }
  return rows;
}

describe('a file with', () => {
  it.each(cases)('%s is read as it was meant', async (_, text, rows) => {
    expect(await read(Buffer.from(text))).toEqual(rows);
  });
});

const forms = [
  { encoding: 'utf-8', mark: '' },
  { encoding: 'utf-8', mark: '\uFEFF' },
  { encoding: 'utf-16le', mark: '\uFEFF' },
  { encoding: 'utf-16be', mark: '\uFEFF' },
  { encoding: 'windows-1252', mark: '' },
] as const;

/** Words of Norwegian rows; letters beyond ASCII stand between others, as they do in words. */
const words = fc.constantFrom('kåre', 'bær', 'løs', 'en to', 'say "hei"', 'linje', '42', "d'Arc", 'x');

describe('any table', () => {
  it('is detected and reads back the same, whatever delimiter, newline, encoding and mark it was written with', async () => {
    const written = fc.record({
      form: fc.constantFrom(...forms),
      delimiter: fc.constantFrom(...DELIMITERS),
      lineEnding: fc.constantFrom('\r\n' as const, '\n' as const),
      width: fc.integer({ min: 2, max: 6 }),
    });
    const tables = written.chain((dialect) => {
      const { delimiter, lineEnding, width } = dialect;
      const odd = fc.constantFrom(delimiter, lineEnding, '"');
      const cell = fc.array(fc.oneof({ weight: 6, arbitrary: words }, { weight: 1, arbitrary: odd }), { maxLength: 3 });
      const row = fc.array(
        cell.map((parts) => parts.join('')),
        { minLength: width, maxLength: width },
      );
      return fc.record({ dialect: fc.constant(dialect), rows: fc.array(row, { minLength: 1, maxLength: 8 }) });
    });
    await fc.assert(
      fc.asyncProperty(tables, async ({ dialect: { form, delimiter, lineEnding, width }, rows }) => {
        const header = Array.from({ length: width }, (_, at) => `column ${at + 1}`);
        const text = [header, ...rows].map((cells) => csvLine(cells, delimiter, lineEnding)).join('');
        expect(await read(iconv.encode(form.mark + text, form.encoding, { addBOM: false }))).toEqual(rows);
      }),
      { numRuns: 300 },
    );
  });
});
