import type { TenantTransaction } from '@teei/runtime/tenant-transaction';

/** A row of a kind's own table, by its columns. */
export type RecordRow = { readonly id: string } & Readonly<Record<string, string | number | null>>;

/** Bulk statements on one kind's own table; each handles a whole batch. */
export interface RecordTable {
  /** Resolves to the ids of those that were inserted: where another record has the same place already, it stays. */
  insert(tx: TenantTransaction, rows: readonly RecordRow[]): Promise<readonly { id: string }[]>;
  overwrite(tx: TenantTransaction, rows: readonly RecordRow[]): Promise<unknown>;
  read(tx: TenantTransaction, ids: readonly string[]): Promise<readonly { row: RecordRow }[]>;
  /** Resolves to the ids of those that were removed: what others stand upon stays. */
  remove(tx: TenantTransaction, ids: readonly string[]): Promise<readonly { id: string }[]>;
  /** Of a kind that holds words: clears some of those from before then, the oldest first, and keeps their hashes. */
  clearWords?(tx: TenantTransaction, before: Date, limit: number): Promise<readonly { id: string }[]>;
}
