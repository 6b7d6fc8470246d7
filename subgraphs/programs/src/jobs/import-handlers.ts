import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import { type Job, jobHandler } from '@teei/runtime/job';
import { inTenant } from '@teei/runtime/tenant-transaction';
import { serviceViewer } from '@teei/runtime/viewer';
import { profileDirectory } from '../profile-directory.ts';
import { ImportStore } from '../store/import-store.ts';
import { planImportJob, runImportJob, undoImportJob } from './import-jobs.ts';
import { planImport } from './plan-import.ts';
import { runImport, tellProgress } from './run-import.ts';
import { undoImport } from './undo-import.ts';

export function importHandlers(parts: SubgraphParts): Job[] {
  const { queues, subgraph } = parts.platform;
  const people = profileDirectory(() => subgraph('profile'));
  return [
    jobHandler(
      queues,
      planImportJob,
      1,
      orFail(parts, 'IMPORT_INTERRUPTED', (companyId, importId) => planImport(parts, companyId, importId)),
      'bulk',
    ),
    jobHandler(
      queues,
      runImportJob,
      1,
      orFail(parts, 'IMPORT_INTERRUPTED', (companyId, importId) => runImport(parts, people, companyId, importId)),
      'bulk',
    ),
    jobHandler(
      queues,
      undoImportJob,
      1,
      orFail(parts, 'UNDO_INTERRUPTED', (companyId, importId) => undoImport(parts, companyId, importId)),
    ),
  ];
}

/** Work that fails is tried again; when it has failed for the last time the import says so, and nobody waits for it. */
function orFail(
  parts: SubgraphParts,
  failure: ImportFailure,
  work: (companyId: string, importId: string) => Promise<void>,
) {
  return async ({ companyId, importId }: ImportOfCompany, { lastAttempt }: { readonly lastAttempt: boolean }) => {
    try {
      await work(companyId, importId);
    } catch (error) {
      parts.log.error({ err: error, importId }, 'an import stopped');
      if (!lastAttempt) throw error;
      await inTenant(parts.database, serviceViewer('programs', companyId), async (tx) => {
        await new ImportStore(tx).setStatus(importId, 'FAILED', failure);
        await tellProgress(parts, tx, importId);
      });
    }
  };
}

type ImportFailure = 'IMPORT_INTERRUPTED' | 'UNDO_INTERRUPTED';

interface ImportOfCompany {
  readonly companyId: string;
  readonly importId: string;
}
