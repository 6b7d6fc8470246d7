import type { ColumnForm } from './column-form.ts';
import { isErrorColumn } from './error-columns.ts';
import { foldName } from './fold-name.ts';

export interface MatchedFields<Field extends string> {
  readonly mapping: Readonly<Partial<Record<Field, string>>>;
  /** Columns of the file that no field takes, without the two that an error file adds. */
  readonly unmatched: readonly string[];
  /** Required fields without a column; the file cannot be imported while there is one. */
  readonly missing: readonly Field[];
  /** Columns that `given` names and the file does not have. */
  readonly unknown: readonly string[];
}

/** A person's choice for some fields: a column's name, or `null` for "not in this file". */
export type GivenFields<Field extends string> = Readonly<Partial<Record<Field, string | null>>>;

/**
 * Finds the column of each field by its name in English, Ukrainian or Norwegian. What `given` says of a field stands, and the
 * column it names is not taken by another field.
 */
export function matchFields<Field extends string>(
  form: ColumnForm<Field>,
  columns: readonly string[],
  given?: GivenFields<Field>,
): MatchedFields<Field> {
  const chosen = form.fields.flatMap((field) => given?.[field] ?? []);
  const free = new Set(columns.filter((column) => !isErrorColumn(column) && !chosen.includes(column)));
  const mapping: Partial<Record<Field, string>> = {};
  for (const field of form.fields) {
    const choice = given?.[field];
    if (choice === undefined || choice === null || !columns.includes(choice)) continue;
    mapping[field] = choice;
  }
  for (const { field, column } of closestFirst(form, free)) {
    if (given?.[field] !== undefined || mapping[field] !== undefined || !free.has(column)) continue;
    mapping[field] = column;
    free.delete(column);
  }
  return {
    mapping,
    unmatched: [...free],
    missing: form.required.filter((field) => mapping[field] === undefined),
    unknown: chosen.filter((column) => !columns.includes(column)),
  };
}

/** All pairs of a field and a column that names it, the most telling names first: `participant_email` wins over `email`. */
function closestFirst<Field extends string>(
  form: ColumnForm<Field>,
  columns: ReadonlySet<string>,
): { field: Field; column: string }[] {
  return [...columns]
    .flatMap((column) => {
      const found = form.byName.get(foldName(column));
      return found === undefined ? [] : [{ ...found, column }];
    })
    .sort((one, other) => one.rank - other.rank);
}
