/** The two columns that an error file adds to a person's own; an import of the mended file passes over them. */
export const ERROR_COLUMNS = ['_error_codes', '_remedy'] as const;

export function isErrorColumn(column: string): boolean {
  return (ERROR_COLUMNS as readonly string[]).includes(column.toLowerCase());
}
