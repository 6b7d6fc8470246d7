import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import { isId } from '@teei/runtime/id';
import { inTenant } from '@teei/runtime/tenant-transaction';
import type { TenantViewer } from '@teei/runtime/viewer';
import type { Dialect } from '../domain/import-file/dialect.ts';
import { errorCsvHeader } from '../domain/import-file/error-csv.ts';
import { ImportStore } from '../store/import-store.ts';

const pageSize = 500;

/** The rejected rows of an import as CSV, in the file's own columns, with what is wrong with each; undefined when there is no such import, and when its rows were cleared. */
export async function errorFile(
  parts: SubgraphParts,
  viewer: TenantViewer,
  importId: string,
): Promise<AsyncIterable<string> | undefined> {
  const found = isId(importId)
    ? await inTenant(parts.database, viewer, (tx) => new ImportStore(tx).byId(importId))
    : undefined;
  return found && found.rowsClearedAt === null ? lines(parts, viewer, importId, found.dialect) : undefined;
}

async function* lines(
  parts: SubgraphParts,
  viewer: TenantViewer,
  importId: string,
  dialect: Dialect,
): AsyncGenerator<string> {
  yield errorCsvHeader(dialect);
  let line = 0;
  while (true) {
    const rows = await inTenant(parts.database, viewer, (tx) => new ImportStore(tx).rejects(importId, line, pageSize));
    yield rows.map(({ text }) => text).join('');
    const last = rows.at(-1);
    if (rows.length < pageSize || !last) return;
    line = last.line;
  }
}
