import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import { inTenant } from '@teei/runtime/tenant-transaction';
import { serviceViewer } from '@teei/runtime/viewer';
import { readRows } from '../domain/import-file/read-rows.ts';
import { SeenRows } from '../domain/import-run/seen-rows.ts';
import { importProgressed } from '../events/index.ts';
import type { ImportAccountRow, ImportRow } from '../rows/import.ts';
import { ImportStore } from '../store/import-store.ts';
import type { ImportLane } from './import-lane.ts';
import { onLane } from './on-lane.ts';
import { streamUpload, uploadPath } from './upload-file.ts';

/** The dry run: reads the whole file, compares it with what is stored, and says what a run would do. Stores no row. */
export async function planImport(parts: SubgraphParts, companyId: string, importId: string): Promise<void> {
  const viewer = serviceViewer('programs', companyId);
  const found = await inTenant(parts.database, viewer, (tx) => new ImportStore(tx).byId(importId));
  if (found?.status !== 'PLANNED' || found.missingFields.length > 0) return;
  const plan = await forecast(parts, companyId, found);
  await inTenant(parts.database, viewer, async (tx) => {
    await new ImportStore(tx).setPlan(found, plan);
    await parts.outbox.append(tx, importProgressed, [{ subject: importId, data: { importId } }]);
  });
}

function forecast(parts: SubgraphParts, companyId: string, planned: ImportRow): Promise<ImportAccountRow> {
  return onLane(planned.kind, (lane) => forecastOn(lane, parts, companyId, planned));
}

async function forecastOn<Incoming extends { readonly contentHash: string }>(
  lane: ImportLane<Incoming>,
  parts: SubgraphParts,
  companyId: string,
  planned: ImportRow,
): Promise<ImportAccountRow> {
  const account = { read: 0, created: 0, updated: 0, unchanged: 0, rejected: 0 };
  const seen = new SeenRows();
  const viewer = serviceViewer('programs', companyId);
  const now = new Date();
  const { source } = streamUpload(uploadPath(parts.platform.dataFolder, companyId, planned.uploadId));
  for await (const rows of readRows(source, planned.dialect)) {
    const { batch, stored, superseded } = await inTenant(parts.database, viewer, async (tx) => {
      const screened = await lane.screen(tx, lane.check(rows, planned, now), planned.dialect);
      return { batch: screened, ...(await lane.compare(tx, planned.id, screened.incoming)) };
    });
    account.read += rows.length;
    account.rejected += batch.rejected.length;
    for (const each of batch.incoming) {
      const { contentHash } = each;
      if (superseded.has(each)) {
        account.unchanged++;
        continue;
      }
      const sourceId = lane.sourceIdOf(each);
      const inFile = seen.note(sourceId, contentHash);
      const before = stored.get(sourceId);
      if (inFile === 'same' || (inFile === 'new' && before === contentHash)) account.unchanged++;
      else if (inFile === 'new' && before === undefined) account.created++;
      else account.updated++;
    }
  }
  return account;
}
