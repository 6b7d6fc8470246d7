import { parseDateText } from '../import-file/date-text.ts';
import { parseDecimal } from '../import-file/decimal-text.ts';
import type { Dialect } from '../import-file/dialect.ts';
import { foldName } from '../import-file/fold-name.ts';
import type { RowIssueCode } from '../import-file/row-issue.ts';
import { readEmail } from '../import-file/session-cells.ts';

/** How the cells of one field are read: a reader answers with `null` when the cell does not say what it should. */
export interface CellRule<Value> {
  readonly bad: RowIssueCode;
  readonly missing: RowIssueCode;
  /** Warned about when it lies in the future. */
  readonly past?: true;
  readonly read: (cell: string, dialect: Dialect) => Value | null;
}

export const email: CellRule<string> = { bad: 'BAD_EMAIL', missing: 'MISSING_VALUE', read: (cell) => readEmail(cell) };

/** A name, an id or a place: 200 characters at most. */
export const name: CellRule<string> = { bad: 'BAD_VALUE', missing: 'MISSING_VALUE', read: textUpTo(200) };

/** What somebody wrote. */
export const prose: CellRule<string> = { bad: 'TEXT_TOO_LONG', missing: 'MISSING_VALUE', read: textUpTo(4_000) };

/** ISO 8601 in UTC. */
export const instant: CellRule<string> = {
  bad: 'BAD_DATE',
  missing: 'MISSING_VALUE',
  read: (cell, { dateFormat }) => {
    const at = parseDateText(cell, dateFormat);
    return at === null ? null : new Date(at).toISOString();
  },
};

export const pastInstant: CellRule<string> = { ...instant, past: true };

/** Without its scheme a link could run a script where it is shown. */
export const url: CellRule<string> = {
  bad: 'BAD_URL',
  missing: 'MISSING_VALUE',
  read: (cell) => (cell.length <= 2_000 && URL.canParse(cell) && /^https?:\/\//i.test(cell) ? cell : null),
};

export function numberWithin(least: number, most: number, bad: RowIssueCode): CellRule<number> {
  return {
    bad,
    missing: 'MISSING_VALUE',
    read: (cell, { decimalComma }) => {
      const value = parseDecimal(cell, decimalComma);
      return value !== null && value >= least && value <= most ? value : null;
    },
  };
}

export function wholeWithin(least: number, most: number, bad: RowIssueCode): CellRule<number> {
  const rule = numberWithin(least, most, bad);
  return {
    ...rule,
    read: (cell, dialect) => {
      const value = rule.read(cell, dialect);
      return value !== null && Number.isInteger(value) ? value : null;
    },
  };
}

/** One of a few values, by what files call them in English, Ukrainian and Norwegian. */
export function oneOf<Value extends string>(
  names: Readonly<Record<Value, readonly string[]>>,
  bad: RowIssueCode,
): CellRule<Value> {
  const byName = new Map(
    (Object.keys(names) as Value[]).flatMap((value) => names[value].map((each) => [foldName(each), value] as const)),
  );
  return { bad, missing: 'MISSING_VALUE', read: (cell) => byName.get(foldName(cell.slice(0, 100))) ?? null };
}

function textUpTo(length: number): (cell: string) => string | null {
  return (cell) => {
    // Postgres text holds every character but NUL.
    const text = cell.normalize('NFC').replaceAll('\0', '\uFFFD');
    return text.length <= length ? text : null;
  };
}
