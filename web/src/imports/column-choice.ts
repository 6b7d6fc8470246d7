export interface ColumnChoice {
  readonly column: string;
  readonly field: string | null;
}

/** The whole mapping with one column changed. A field has one column: the one that had it before is left out. */
export function withColumnReadAs(
  columns: readonly ColumnChoice[],
  column: string,
  field: string | null,
): ColumnChoice[] {
  return columns.map((one) => {
    if (one.column === column) return { column, field };
    return { column: one.column, field: field !== null && one.field === field ? null : one.field };
  });
}
