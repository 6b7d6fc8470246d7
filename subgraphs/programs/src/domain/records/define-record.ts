import { type ColumnForm, columnForm } from '../import-file/column-form.ts';
import type { Dialect } from '../import-file/dialect.ts';
import type { RawRow } from '../import-file/raw-row.ts';
import { RowCells } from '../import-file/row-cells.ts';
import type { RowIssue, RowIssueCode } from '../import-file/row-issue.ts';
import type { IncomingRecord } from './incoming-record.ts';
import type { CellRule } from './record-cells.ts';
import { recordHash } from './record-hash.ts';

/** One kind of record: which columns it takes, how their cells are read, and what they make. */
export interface RecordDefinition {
  readonly form: ColumnForm;
  normalise(row: RawRow, mapping: Mapping, dialect: Dialect, now: Date): NormalisedRecord;
}

export type Mapping = Readonly<Partial<Record<string, string>>>;

export type NormalisedRecord =
  | { readonly ok: true; readonly record: IncomingRecord; readonly warnings: readonly RowIssue[] }
  /** `issues` holds at least one error, and the row's warnings beside it. */
  | { readonly ok: false; readonly issues: readonly RowIssue[] };

export interface FieldRule<Value = unknown, Required extends boolean = boolean> extends CellRule<Value> {
  readonly required: Required;
  /** What files call the column in English, Ukrainian and Norwegian, most telling first. */
  readonly names: readonly string[];
}

export function required<Value>(rule: CellRule<Value>, ...names: readonly string[]): FieldRule<Value, true> {
  return { ...rule, required: true, names };
}

/** A bad cell is left out with a warning, so that the rest of the row still counts. */
export function optional<Value>(rule: CellRule<Value>, ...names: readonly string[]): FieldRule<Value, false> {
  return { ...rule, required: false, names };
}

type Fields = Readonly<Record<string, FieldRule>>;

export type ValuesOf<F extends Fields> = {
  readonly [Field in keyof F]: F[Field] extends FieldRule<infer Value, infer Required>
    ? Required extends true
      ? Value
      : Value | null
    : never;
};

/** What a row's values make of a record; its course, match and people where it has them. */
export type Shaped = Pick<IncomingRecord, 'sourceId' | 'content'> &
  Partial<Pick<IncomingRecord, 'participantEmail' | 'volunteerEmail' | 'course' | 'match'>>;

interface Definition<F extends Fields> {
  readonly fields: F;
  /** A code, when the values do not go together. */
  readonly shape: (
    values: ValuesOf<F>,
  ) => Shaped | { readonly problem: RowIssueCode; readonly field: keyof F & string };
}

export function defineRecord<const F extends Fields>({ fields, shape }: Definition<F>): RecordDefinition {
  const names = Object.fromEntries(Object.entries(fields).map(([field, rule]) => [field, rule.names]));
  const needed = Object.keys(fields).filter((field) => fields[field]?.required);
  return {
    form: columnForm(names, needed),
    normalise: (row, mapping, dialect, now) => {
      if (row.issues.length > 0) return { ok: false, issues: row.issues };
      const cells = new RowCells<string>(row, mapping);
      const values = readValues(fields, cells, dialect, now);
      if (values === null) return { ok: false, issues: cells.issues };
      const shaped = shape(values);
      if ('problem' in shaped) {
        cells.report('error', shaped.problem, shaped.field);
        return { ok: false, issues: cells.issues };
      }
      return { ok: true, record: recordOf(shaped, row), warnings: cells.issues };
    },
  };
}

/** Null when a value that a row cannot be without is missing or wrong. */
function readValues<F extends Fields>(
  fields: F,
  cells: RowCells<string>,
  dialect: Dialect,
  now: Date,
): ValuesOf<F> | null {
  const values: Record<string, unknown> = {};
  let complete = true;
  for (const [field, rule] of Object.entries(fields)) {
    const read = (cell: string) => rule.read(cell, dialect);
    const value = rule.required
      ? cells.require(field, rule.missing, rule.bad, read)
      : cells.prefer(field, rule.bad, read);
    values[field] = value;
    if (rule.required && value === null) complete = false;
    if (rule.past && typeof value === 'string' && value > now.toISOString())
      cells.report('warning', 'FUTURE_DATE', field);
  }
  return complete ? (values as ValuesOf<F>) : null;
}

function recordOf(shaped: Shaped, row: RawRow): IncomingRecord {
  const { sourceId, content, participantEmail = null, volunteerEmail = null, course = null, match = null } = shaped;
  // The name of a course belongs to the course, not to those who completed it.
  const courseKey = course && [course.provider, course.externalId];
  const contentHash = recordHash([participantEmail, volunteerEmail, courseKey, match, content]);
  return { sourceId, contentHash, participantEmail, volunteerEmail, course, match, content, row };
}
