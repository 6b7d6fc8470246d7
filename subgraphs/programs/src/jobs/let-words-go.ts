import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { createPace } from '@teei/runtime/calm';
import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import { type Job, repeatedJob } from '@teei/runtime/job';
import { inTenant, type TenantTransaction } from '@teei/runtime/tenant-transaction';
import { serviceViewer } from '@teei/runtime/viewer';
import type { SourcedKind } from '../domain/records/record-kind.ts';
import { wordsDueBefore } from '../domain/word-retention.ts';
import { OldImportRows } from '../store/old-import-rows.ts';
import { companiesWithWords, OldWords } from '../store/old-words.ts';
import { RecordSourceStore } from '../store/record-source-store.ts';
import { recordTables } from '../store/record-tables.ts';
import { ToldWords } from '../store/told-words.ts';
import { UploadStore } from '../store/upload-store.ts';
import { WebhookBodies } from '../store/webhook-bodies.ts';
import { chosenRetention, defaultWordDays } from '../word-retention-of.ts';
import { uploadPath } from './upload-file.ts';

/** Clears every night what people wrote and what has been kept for long enough, in one of the processes that work for programs. */
export function letWordsGo(parts: SubgraphParts): Job {
  return repeatedJob(parts.platform.queues, 'programs-let-words-go', NIGHTLY, () =>
    letWordsGoEverywhere(parts, new Date()),
  );
}

/**
 * Company by company and copy by copy, a small batch in each transaction, with a rest after each. Whatever stops it in the middle leaves
 * the rest for the next time, and what is done is not found again.
 */
export async function letWordsGoEverywhere(parts: SubgraphParts, now: Date): Promise<void> {
  const defaultDays = defaultWordDays(parts.platform);
  const pace = createPace({ least: 5, most: 2_000 });
  for (const companyId of await companiesWithWords(parts.platform.relayDatabase)) {
    const inCompany = <T>(work: (tx: TenantTransaction) => Promise<T>): Promise<T> =>
      inTenant(parts.database, serviceViewer('programs', companyId), work);
    const before = wordsDueBefore(now, (await inCompany((tx) => chosenRetention(tx, defaultDays))).days);
    for (const clearSome of [...clearings, removeFiles(parts)]) {
      let cleared = batchSize;
      while (cleared === batchSize) {
        const started = performance.now();
        cleared = await inCompany((tx) => clearSome(tx, before));
        pace.took(performance.now() - started);
        if (cleared > 0) await pause(pace.rest());
      }
    }
  }
}

const batchSize = 500;

/** Clears at most a batch of one kind of copy; resolves to how many there were. */
type Clearing = (tx: TenantTransaction, before: Date) => Promise<number>;

/** What a record was goes before what it is: of two that say the same none outlives the other for more than a night. */
const clearings: readonly Clearing[] = [
  (tx, before) => new OldWords(tx, before).clearSessionRevisions(batchSize),
  (tx, before) => new OldWords(tx, before).clearSessions(batchSize),
  (tx, before) => new OldWords(tx, before).clearRecordRevisions(batchSize),
  clearRecords('BUDDY_EVENT'),
  clearRecords('BUDDY_CHECK_IN'),
  clearRecords('BUDDY_FEEDBACK'),
  (tx, before) => new WebhookBodies(tx).clearOlder(before, batchSize),
  (tx, before) => new ToldWords(tx, before).clear(batchSize),
];

function clearRecords(kind: SourcedKind): Clearing {
  return async (tx, before) => {
    // Whoever corrects such records reads what they are, and writes it, behind this lock.
    await new RecordSourceStore(tx, kind).lock();
    return (await recordTables[kind].clearWords?.(tx, before, batchSize))?.length ?? 0;
  };
}

/** Files, and then what imports show of them. */
function removeFiles({ platform }: SubgraphParts): Clearing {
  return async (tx, before) => {
    const removed = await new UploadStore(tx).removeOlder(before, batchSize);
    // After the commit: a file without its row is found again (`oldUploads`), a row without its file would promise too much.
    tx.afterCommit(() => {
      for (const id of removed) rmSync(uploadPath(platform.dataFolder, tx.companyId, id), { force: true });
    });
    if (removed.length === batchSize) return batchSize;
    const rows = new OldImportRows(tx, before);
    const importId = await rows.next();
    if (importId === undefined) return 0;
    await rows.clear(importId, batchSize);
    return batchSize;
  };
}

/** Milliseconds; BullMQ counts them from midnight, UTC. */
const NIGHTLY = 86_400_000;
