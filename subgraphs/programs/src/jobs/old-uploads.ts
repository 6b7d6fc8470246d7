import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import { isId } from '@teei/runtime/id';
import { type Job, repeatedJob } from '@teei/runtime/job';
import { defaultRetention, retentionInterval } from '@teei/runtime/retention';
import { inTenant } from '@teei/runtime/tenant-transaction';
import { serviceViewer } from '@teei/runtime/viewer';
import { UploadStore } from '../store/upload-store.ts';
import { uploadPath } from './upload-file.ts';

/** Takes the files of imports that are long over off the disk. Their accounts and rejected rows stay. */
export function oldUploads(parts: SubgraphParts): Job {
  const { queues } = parts.platform;
  return repeatedJob(queues, 'programs-old-uploads', retentionInterval, () => removeOldUploads(parts));
}

/** Goes by the folders that are there, so no statement looks at more than one company. */
export async function removeOldUploads({ platform, database }: SubgraphParts): Promise<void> {
  const { dataFolder, retention = defaultRetention } = platform;
  const before = new Date(Date.now() - retention.uploads * 86_400_000);
  for (const companyId of await namesIn(join(dataFolder, 'uploads'))) {
    const kept = await namesIn(join(dataFolder, 'uploads', companyId));
    for (let start = 0; start < kept.length; start += batchSize) {
      const viewer = serviceViewer('programs', companyId);
      const batch = kept.slice(start, start + batchSize);
      const removed = await inTenant(database, viewer, (tx) => new UploadStore(tx).remove(batch, before));
      // After the commit: a file without its row is found again, a row without its file would promise too much.
      for (const id of removed) await rm(uploadPath(dataFolder, companyId, id), { force: true });
    }
  }
}

const batchSize = 500;

/** Only names that are ids; there is no folder before the first upload. */
async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(() => [])).filter(isId);
}
