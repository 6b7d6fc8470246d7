import { type KeyboardEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { Panel } from '../controls/panel.tsx';
import { ScrollArea } from '../controls/scroll-area.tsx';
import { requestHeaders } from '../graph/request-headers.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { RefusalNote } from '../states/refusal-note.tsx';
import { forgetMending, keepMending, keptMending } from './kept-mending.ts';
import { mendedCsv, type RejectedRow, type RejectedTable, readRejected, withCell } from './rejected-rows.ts';
import { useFileWayIn } from './use-file-way-in.ts';

/** The rejected rows in a grid: mended here and sent again as a small file, by the way that every file takes. */
export function MendRows({ id, fileUrl, fileName, delimiter, onClose }: MendRowsProps) {
  const { t } = useTranslation();
  const [table, setTable] = useState<RejectedTable | null>(() => keptMending(id));
  const [error, setError] = useState<unknown>(null);
  const way = useFileWayIn();
  useEffect(() => {
    if (table !== null) return;
    const leaving = new AbortController();
    readFile(fileUrl, leaving.signal)
      .then((text) => setTable(readRejected(text, delimiter)))
      .catch((failure: unknown) => leaving.signal.aborted || setError(failure));
    return () => leaving.abort();
  }, [table, fileUrl, delimiter]);
  const isThere = way.state.kind === 'checking';
  useEffect(() => {
    if (isThere) forgetMending(id);
  }, [isThere, id]);
  const write = (row: number, column: number, value: string) => {
    if (table === null) return;
    const next = withCell(table, row, column, value);
    setTable(next);
    keepMending(id, next);
  };
  const send = () => {
    if (table === null) return;
    const name = fileName.replace(/(\.\w+)?$/, `-${t('mend.suffix')}.csv`);
    way.take(new File([mendedCsv(table, delimiter)], name, { type: 'text/csv' }));
  };

  return (
    <Panel
      title={t('mend.title')}
      note={t('mend.note')}
      actions={
        <span className="flex flex-wrap gap-2">
          <Button onClick={onClose}>{t('mend.close')}</Button>
          <Button
            look="primary"
            icon="imports"
            onClick={send}
            busy={way.state.kind === 'sending' || way.state.kind === 'checking'}
          >
            {t('mend.send')}
          </Button>
        </span>
      }
    >
      {error !== null && <FailureNote error={error} onRetry={() => setError(null)} />}
      {way.state.kind === 'failed' && <FailureNote error={way.state.error} onRetry={way.again} />}
      {way.state.kind === 'refused' && <RefusalNote refusal={way.state.refusal} />}
      {table === null && error === null && <Loading />}
      {table !== null && <Grid table={table} onWrite={write} />}
    </Panel>
  );
}

function Grid({
  table,
  onWrite,
}: {
  table: RejectedTable;
  onWrite: (row: number, column: number, value: string) => void;
}) {
  const { t } = useTranslation();
  const width = Math.max(table.columns.length, ...table.rows.map(({ cells }) => cells.length));
  const names = Array.from({ length: width }, (_, at) => table.columns[at] ?? t('mend.surplus'));
  return (
    <ScrollArea name={t('mend.title')} className="max-h-140 overflow-auto">
      <table className="w-full border-collapse text-13">
        <thead className="sticky top-0 z-10 bg-surface">
          <tr className="border-b border-line-strong text-muted">
            <th scope="col" className="py-2 pr-4 text-left font-medium">
              {t('errors.remedy')}
            </th>
            {names.map((name, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other place than their own
              <th key={at} scope="col" className="py-2 pr-2 text-left font-mono text-12 font-medium whitespace-nowrap">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other place than their own
            <GridRow key={at} row={row} at={at} names={names} onWrite={(column, value) => onWrite(at, column, value)} />
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

function GridRow({ row, at, names, onWrite }: GridRowProps) {
  const { t } = useTranslation();
  return (
    <tr className="border-b border-line align-top">
      <th scope="row" className="min-w-56 py-2 pr-4 text-left font-regular text-soft">
        {row.remedy} <span className="font-mono text-12 text-muted">{row.codes}</span>
      </th>
      {names.map((name, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cells have no other place than their own
        <td key={column} className="py-1 pr-2">
          {column < row.cells.length && (
            <input
              value={row.cells[column] ?? ''}
              aria-label={t('mend.cell', { column: name, row: at + 1 })}
              data-cell={`${at}.${column}`}
              onChange={(event) => onWrite(column, event.target.value)}
              onKeyDown={goUpOrDown}
              autoComplete="off"
              spellCheck={false}
              className="min-h-8 w-full min-w-32 rounded-base border border-control bg-surface px-2 py-1 font-mono text-12 text-ink"
            />
          )}
        </td>
      ))}
    </tr>
  );
}

/** Enter and the arrows go to the same column of the next row, as in a spreadsheet. */
function goUpOrDown(event: KeyboardEvent<HTMLInputElement>): void {
  const step = { ArrowDown: 1, Enter: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const [row = 0, column = 0] = (event.currentTarget.dataset.cell ?? '').split('.').map(Number);
  const grid = event.currentTarget.closest('table');
  const next = grid?.querySelector<HTMLInputElement>(`[data-cell="${row + step}.${column}"]`);
  if (!next) return;
  event.preventDefault();
  next.focus();
}

async function readFile(url: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(url, { headers: requestHeaders(), signal });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.text();
}

interface GridRowProps {
  readonly row: RejectedRow;
  readonly at: number;
  readonly names: readonly string[];
  readonly onWrite: (column: number, value: string) => void;
}

interface MendRowsProps {
  readonly id: string;
  readonly fileUrl: string;
  readonly fileName: string;
  readonly delimiter: string;
  readonly onClose: () => void;
}
