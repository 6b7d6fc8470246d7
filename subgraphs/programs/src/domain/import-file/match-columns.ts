import { COLUMN_SYNONYMS } from './column-synonyms.ts';
import { isErrorColumn } from './error-columns.ts';
import { foldName } from './fold-name.ts';
import { type ColumnMapping, REQUIRED_FIELDS, SESSION_FIELDS, type SessionField } from './session-field.ts';

export interface MatchedColumns {
  readonly mapping: ColumnMapping;
  /** Columns of the file that no field takes, without the two that an error file adds. */
  readonly unmatched: readonly string[];
  /** Required fields without a column; the file cannot be imported while there is one. */
  readonly missing: readonly SessionField[];
  /** Columns that `given` names and the file does not have. */
  readonly unknown: readonly string[];
}

/** A person's choice for some fields: a column's name, or `null` for "not in this file". */
export type GivenMapping = Readonly<Partial<Record<SessionField, string | null>>>;

/**
 * Finds the column of each field by its name in English, Ukrainian or Norwegian. What `given` says of a field stands, and the
 * column it names is not taken by another field.
 */
export function matchColumns(columns: readonly string[], given: GivenMapping = {}): MatchedColumns {
  const chosen = SESSION_FIELDS.flatMap((field) => given[field] ?? []);
  const free = new Set(columns.filter((column) => !isErrorColumn(column) && !chosen.includes(column)));
  const mapping: Partial<Record<SessionField, string>> = {};
  for (const field of SESSION_FIELDS) {
    const choice = given[field];
    if (choice === undefined || choice === null || !columns.includes(choice)) continue;
    mapping[field] = choice;
  }
  for (const { field, column } of closestFirst(free)) {
    if (given[field] !== undefined || mapping[field] !== undefined || !free.has(column)) continue;
    mapping[field] = column;
    free.delete(column);
  }
  return {
    mapping,
    unmatched: [...free],
    missing: REQUIRED_FIELDS.filter((field) => mapping[field] === undefined),
    unknown: chosen.filter((column) => !columns.includes(column)),
  };
}

/** All pairs of a field and a column that names it, the most telling names first: `participant_email` wins over `email`. */
function closestFirst(columns: ReadonlySet<string>): { field: SessionField; column: string }[] {
  return [...columns]
    .flatMap((column) => {
      const found = FIELD_BY_NAME.get(foldName(column));
      return found === undefined ? [] : [{ ...found, column }];
    })
    .sort((one, other) => one.rank - other.rank);
}

const FIELD_BY_NAME: ReadonlyMap<string, { field: SessionField; rank: number }> = new Map(
  SESSION_FIELDS.flatMap((field) =>
    COLUMN_SYNONYMS[field].map((name, rank) => [foldName(name), { field, rank }] as const),
  ),
);
