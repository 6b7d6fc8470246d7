import { describe, expect, it } from 'vitest';
import { detectDialect } from './detect-dialect.ts';
import type { Dialect } from './dialect.ts';
import { errorCsvHeader, errorCsvRow } from './error-csv.ts';
import { matchColumns } from './match-columns.ts';
import { normaliseSession } from './normalise-session.ts';
import { readRows } from './read-rows.ts';

const HEADER = 'session_id;session_type;participant_email;date;duration_min;feedback_text';

function dialectOf(file: Buffer): Dialect {
  const detected = detectDialect(file);
  if (!detected.ok) throw new Error(detected.refusal.code);
  return detected.dialect;
}

async function importFile(file: Buffer): Promise<{ accepted: string[]; errors: string }> {
  const dialect = dialectOf(file);
  const { mapping } = matchColumns(dialect.columns);
  const accepted: string[] = [];
  let errors = errorCsvHeader(dialect);
  for await (const batch of readRows([file], dialect)) {
    for (const row of batch) {
      const result = normaliseSession(row, mapping, dialect);
      if (result.ok) accepted.push(result.session.sourceId);
      else errors += errorCsvRow(row, result.issues, dialect);
    }
  }
  return { accepted, errors };
}

describe('the error file', () => {
  const file = Buffer.from(
    `${HEADER}\r\n1;mentor;a@example.org;2026-01-01;60;fine\r\n2;mentor;;2026-01-01;sixty;"two ""lines"";\r\n=1+1"\r\n3;mentor\r\n4;mentor;d@example.org;2026-01-01;60;x;y\r\n`,
  );

  it('holds each rejected row as it was, with codes and remedies', async () => {
    const { accepted, errors } = await importFile(file);
    expect(accepted).toEqual(['1']);
    expect(errors).toBe(
      `\uFEFF${HEADER};_error_codes;_remedy\r\n` +
        '2;mentor;;2026-01-01;sixty;"two ""lines"";\r\n=1+1";MISSING_EMAIL BAD_DURATION;' +
        'participant_email: Write the e-mail address with which the participant is registered. duration_min: Write how many minutes the session lasted, from 1 to 600, as a plain number such as 60 or 52.5.\r\n' +
        '3;mentor;;;;;WRONG_COLUMN_COUNT;Give the row as many cells as the header has, and put quotation marks around a cell that holds the delimiter.\r\n' +
        '4;mentor;d@example.org;2026-01-01;60;x;y;WRONG_COLUMN_COUNT;Give the row as many cells as the header has, and put quotation marks around a cell that holds the delimiter.\r\n',
    );
  });

  it('can be mended and imported again', async () => {
    const { errors } = await importFile(file);
    const mended = errors
      .replace('2;mentor;;', '2;mentor;b@example.org;')
      .replace('sixty', '60')
      .replace('x;y', '"x;y"')
      .replace('3;mentor;;;;;', '3;mentor;c@example.org;2026-01-02;45;;');
    const again = await importFile(Buffer.from(mended));
    expect(again.accepted).toEqual(['2', '3', '4']);
    expect(again.errors).toBe(`\uFEFF${HEADER};_error_codes;_remedy\r\n`);
  });

  it('rejects again what nobody mended, with the two columns still once', async () => {
    const { errors } = await importFile(file);
    const again = await importFile(Buffer.from(errors));
    expect(again.accepted).toEqual([]);
    expect(again.errors.match(/_error_codes/g)).toHaveLength(1);
    expect(again.errors.split('\r\n').filter((line) => /MISSING|WRONG/.test(line))).toHaveLength(3);
  });

  it('disarms formulas in its own columns and leaves the person’s alone', () => {
    const dialect = dialectOf(Buffer.from('=cmd,b\n1,2\n'));
    const row = { line: 2, byteOffset: 0, cells: {}, raw: ['=1+1', '@x'], issues: [] };
    const issue = { line: 2, column: '=cmd', value: '', level: 'error', code: 'BAD_DATE', remedy: 'Mend it.' } as const;
    expect(errorCsvRow(row, [issue], dialect)).toBe(`=1+1,@x,BAD_DATE,'=cmd: Mend it.\n`);
  });
});
