import type { ReactNode } from 'react';
import { ScrollArea } from './scroll-area.tsx';

/** Rows under headings, in a part that scrolls by itself where the page is narrow or the rows are many. */
export function DataTable<Row>({ name, columns, rows, keyOf, look = 'comfortable' }: DataTableProps<Row>) {
  const dense = look === 'dense';
  return (
    <ScrollArea name={name} {...(dense ? { className: 'max-h-140 overflow-auto' } : {})}>
      <table className={`w-full min-w-160 border-collapse ${dense ? 'text-13' : ''}`}>
        <thead className={dense ? 'sticky top-0 bg-surface' : ''}>
          <tr className="border-b border-line-strong text-13 text-muted">
            {columns.map((column) => (
              <th key={column.key} scope="col" className={`py-2 pr-4 font-medium last:pr-0 ${sideOf(column)}`}>
                {column.titleHidden ? <span className="sr-only">{column.title}</span> : column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} className="border-b border-line align-top hover:bg-sunken">
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const className = `py-2 pr-4 last:pr-0 ${sideOf(column)} ${column.className ?? ''}`;
  if (!column.namesRow) return <td className={className}>{column.cell(row)}</td>;
  return (
    <th scope="row" className={`font-regular ${className}`}>
      {column.cell(row)}
    </th>
  );
}

function sideOf({ side = 'left' }: { readonly side?: 'left' | 'right' }): string {
  return side === 'left' ? 'text-left' : 'text-right';
}

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  /** For those who do not see the table alone, such as over a column of buttons. */
  readonly titleHidden?: boolean;
  /** Numbers stand on the right, where their units are below one another. */
  readonly side?: 'left' | 'right';
  /** The cell says which row this is; a screen reader repeats it in every other cell. */
  readonly namesRow?: boolean;
  readonly className?: string;
  readonly cell: (row: Row) => ReactNode;
}

interface DataTableProps<Row> {
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Dense tables are long: their heading stays in sight. */
  readonly look?: 'comfortable' | 'dense';
}
