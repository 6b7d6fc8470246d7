import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import { inTenant } from '@teei/runtime/tenant-transaction';
import { serviceViewer } from '@teei/runtime/viewer';
import { readRows } from '../domain/import-file/read-rows.ts';
import type { IncomingSession } from '../domain/import-run/plan-batch.ts';
import { SeenRows } from '../domain/import-run/seen-rows.ts';
import { importProgressed } from '../events/index.ts';
import type { ImportAccountRow, ImportRow } from '../rows.ts';
import { ImportStore } from '../store/import-store.ts';
import { SessionWrites } from '../store/session-writes.ts';
import { checkRows, mappingOf } from './import-batch.ts';
import { streamUpload, uploadPath } from './upload-file.ts';

/** The dry run: reads the whole file, compares it with what is stored, and says what a run would do. Stores no row. */
export async function planImport(parts: SubgraphParts, companyId: string, importId: string): Promise<void> {
  const viewer = serviceViewer('programs', companyId);
  const found = await inTenant(parts.database, viewer, (tx) => new ImportStore(tx).byId(importId));
  if (found?.status !== 'PLANNED' || found.missingFields.length > 0) return;
  const plan = await forecast(parts, companyId, found);
  await inTenant(parts.database, viewer, async (tx) => {
    await new ImportStore(tx).setPlan(importId, found.columns, plan);
    await parts.outbox.append(tx, importProgressed, [{ subject: importId, data: { importId } }]);
  });
}

async function forecast(parts: SubgraphParts, companyId: string, planned: ImportRow): Promise<ImportAccountRow> {
  const account = { read: 0, created: 0, updated: 0, unchanged: 0, rejected: 0 };
  const seen = new SeenRows();
  const mapping = mappingOf(planned);
  const now = new Date();
  const { source } = streamUpload(uploadPath(parts.platform.dataFolder, companyId, planned.uploadId));
  for await (const rows of readRows(source, planned.dialect)) {
    const { incoming, rejected } = checkRows(rows, mapping, planned.dialect, now);
    account.read += rows.length;
    account.rejected += rejected.length;
    const { stored, superseded } = await inTenant(parts.database, serviceViewer('programs', companyId), (tx) =>
      compare(new SessionWrites(tx), planned.id, incoming),
    );
    for (const each of incoming) {
      const { session, contentHash } = each;
      if (superseded.has(each)) {
        account.unchanged++;
        continue;
      }
      const inFile = seen.note(session.sourceId, contentHash);
      const before = stored.get(session.sourceId);
      if (inFile === 'same' || (inFile === 'new' && before === contentHash)) account.unchanged++;
      else if (inFile === 'new' && before === undefined) account.created++;
      else account.updated++;
    }
  }
  return account;
}

async function compare(writes: SessionWrites, importId: string, incoming: readonly IncomingSession[]) {
  const stored = await writes.hashesBySourceId(incoming.map(({ session }) => session.sourceId));
  const differing = incoming.filter(({ session, contentHash }) => {
    const before = stored.get(session.sourceId);
    return before !== undefined && before !== contentHash;
  });
  return { stored, superseded: await writes.supersededInFile(importId, differing) };
}
