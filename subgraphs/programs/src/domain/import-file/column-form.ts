import { foldName } from './fold-name.ts';

/** What an import looks for in a file's columns. */
export interface ColumnForm<Field extends string = string> {
  readonly fields: readonly Field[];
  /** Without these columns no row could be accepted. */
  readonly required: readonly Field[];
  /** Of each folded column name, the field that it names and how telling the name is: 0 tells most. */
  readonly byName: ReadonlyMap<string, { readonly field: Field; readonly rank: number }>;
}

export function columnForm<Field extends string>(
  names: Readonly<Record<Field, readonly string[]>>,
  required: readonly Field[],
): ColumnForm<Field> {
  const fields = Object.keys(names) as Field[];
  const byName = new Map(
    fields.flatMap((field) => names[field].map((name, rank) => [foldName(name), { field, rank }] as const)),
  );
  return { fields, required, byName };
}
