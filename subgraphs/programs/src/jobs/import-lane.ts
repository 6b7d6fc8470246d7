import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { Dialect } from '../domain/import-file/dialect.ts';
import type { RawRow } from '../domain/import-file/raw-row.ts';
import type { ImportAccountRow, ImportRow } from '../rows/import.ts';
import type { CheckedBatch } from './import-batch.ts';
import type { MetPeople, People } from './known-people.ts';

/** How rows of one kind are checked, compared with what is stored, and stored. */
export interface ImportLane<Incoming> {
  /** The partner system whose ids the addresses are. */
  readonly system: string;
  check(rows: readonly RawRow[], found: ImportRow, now: Date): CheckedBatch<Incoming>;
  sourceIdOf(incoming: Incoming): string;
  /** Takes out of a batch what cannot be stored for reasons that only the database knows. */
  screen(tx: TenantTransaction, batch: CheckedBatch<Incoming>, dialect: Dialect): Promise<CheckedBatch<Incoming>>;
  compare(tx: TenantTransaction, importId: string, incoming: readonly Incoming[]): Promise<Compared<Incoming>>;
  peopleOf(incoming: readonly Incoming[]): People;
  store(
    parts: SubgraphParts,
    tx: TenantTransaction,
    known: MetPeople,
    importId: string,
    incoming: readonly Incoming[],
  ): Promise<Pick<ImportAccountRow, 'created' | 'updated' | 'unchanged'>>;
}

export interface Compared<Incoming> {
  /** Hashes of what is stored, by source id. */
  readonly stored: ReadonlyMap<string, string>;
  /** Versions that the same file itself replaced when it came before. */
  readonly superseded: ReadonlySet<Incoming>;
}
