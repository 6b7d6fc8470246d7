import { byteOrderMark, csvLine, inertCell } from '@teei/runtime/csv-line';
import type { Database } from '@teei/runtime/database';
import { inTenant } from '@teei/runtime/tenant-transaction';
import type { TenantViewer } from '@teei/runtime/viewer';
import type { AuditEntryRow, AuditFilter } from '../rows.ts';
import { AuditStore } from '../store/audit-store.ts';

const pageSize = 500;

/** The lines that fit as CSV, newest first, read page by page as they are sent. What is added meanwhile is not in it. */
export async function* auditFile(
  database: Database,
  viewer: TenantViewer,
  filter: AuditFilter,
): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(columns);
  let after: readonly [string] | undefined;
  while (true) {
    const page = { size: pageSize - 1, after };
    const rows = await inTenant(database, viewer, (tx) => new AuditStore(tx).page(page, filter));
    yield rows.map(lineOf).join('');
    const last = rows.at(-1);
    if (rows.length < pageSize || !last) return;
    after = [String(last.position)];
  }
}

const columns = ['position', 'occurred_at', 'actor', 'action', 'target', 'detail', 'previous_hash', 'hash'] as const;

/** Texts come from other systems too, and whoever opens the file opens it in a spreadsheet. */
function lineOf(row: AuditEntryRow): string {
  const { position, occurredAt, actor, action, target, detail, previousHash, hash } = row;
  const texts = [actor, action, target ?? '', JSON.stringify(detail), previousHash, hash].map(inertCell);
  return csvLine([String(position), occurredAt.toISOString(), ...texts]);
}
