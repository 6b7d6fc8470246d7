import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { Dialect } from '../domain/import-file/dialect.ts';
import { errorCsvRow } from '../domain/import-file/error-csv.ts';
import { type RowIssue, rowIssue } from '../domain/import-file/row-issue.ts';
import type { IncomingRecord } from '../domain/records/incoming-record.ts';
import { recordDefinitions } from '../domain/records/record-definitions.ts';
import type { SourcedKind } from '../domain/records/record-kind.ts';
import { MatchDirectory } from '../store/match-directory.ts';
import { RecordSourceStore } from '../store/record-source-store.ts';
import { type CheckedBatch, checkRows, mappingOf } from './import-batch.ts';
import type { ImportLane } from './import-lane.ts';
import { peopleOfRecords, recordKeeping, storeRecords, supersededAmong } from './store-records.ts';

/** Every kind but sessions, by its definition and its table. */
export function recordLane(kind: SourcedKind): ImportLane<IncomingRecord> {
  const definition = recordDefinitions[kind];
  return {
    system: recordKeeping[kind].system,
    check: (rows, found, now) => {
      const mapping = mappingOf(found);
      return checkRows(rows, found.dialect, (row) => {
        const result = definition.normalise(row, mapping, found.dialect, now);
        return result.ok ? { ok: true, incoming: result.record, warnings: result.warnings } : result;
      });
    },
    sourceIdOf: ({ sourceId }) => sourceId,
    screen: withKnownMatches,
    compare: async (tx, importId, incoming) => {
      const found = await new RecordSourceStore(tx, kind).bySourceId(incoming.map(({ sourceId }) => sourceId));
      const stored = new Map([...found].map(([sourceId, { contentHash }]) => [sourceId, contentHash]));
      const differing = incoming.filter(
        ({ sourceId, contentHash }) => (stored.get(sourceId) ?? contentHash) !== contentHash,
      );
      return { stored, superseded: await supersededAmong(tx, kind, importId, differing) };
    },
    peopleOf: peopleOfRecords,
    store: (parts, tx, known, importId, incoming) => storeRecords(parts, tx, kind, known, importId, incoming),
  };
}

/** Rejects rows about a pair that is not here: a match is made by its own file, never guessed from another. */
async function withKnownMatches(
  tx: TenantTransaction,
  batch: CheckedBatch<IncomingRecord>,
  dialect: Dialect,
): Promise<CheckedBatch<IncomingRecord>> {
  const references = batch.incoming.flatMap(({ match }) => match ?? []);
  if (references.length === 0) return batch;
  const ids = await new MatchDirectory(tx).find(references);
  const lost = new Set(references.filter((_, index) => ids[index] === undefined));
  const isLost = ({ match }: IncomingRecord): boolean => match !== null && lost.has(match);
  const rejected = batch.incoming.filter(isLost).flatMap(({ row }) => {
    if (row === null) return [];
    const issue = rowIssue('error', 'MATCH_NOT_FOUND', { line: row.line, column: '', value: '' });
    return [{ line: row.line, text: errorCsvRow(row, [issue], dialect), issue }];
  });
  const issues: RowIssue[] = [...batch.issues, ...rejected.map(({ issue }) => issue)];
  return {
    incoming: batch.incoming.filter((each) => !isLost(each)),
    rejected: [...batch.rejected, ...rejected.map(({ line, text }) => ({ line, text }))],
    issues,
  };
}
