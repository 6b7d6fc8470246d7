import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { MatchReference } from '../domain/records/incoming-record.ts';

export interface FoundMatch {
  readonly id: string;
  readonly participantId: string;
  readonly volunteerId: string;
}

/** Buddy matches of one company, by what a row says of them. */
export class MatchDirectory {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  /** The match of each reference, in the same order: by its id before by its pair, and of a pair the newest. */
  async find(references: readonly MatchReference[]): Promise<(string | undefined)[]> {
    const rows = await this.#tx.sql<{ id: string; sourceId: string; pairKey: string | null }>`
      SELECT id, source_id AS "sourceId", pair_key AS "pairKey" FROM programs.buddy_match
      WHERE company_id = ${this.#tx.companyId} AND (source_id = ANY (${references.flatMap((each) => each.sourceId ?? [])}::text[])
        OR pair_key = ANY (${references.flatMap((each) => each.pairKey ?? [])}::text[]))
      ORDER BY matched_at, id`;
    const bySource = new Map(rows.map((row) => [row.sourceId, row.id]));
    const byPair = new Map(rows.map((row) => [row.pairKey, row.id]));
    return references.map(
      ({ sourceId, pairKey }) =>
        (sourceId === null ? undefined : bySource.get(sourceId)) ??
        (pairKey === null ? undefined : byPair.get(pairKey)),
    );
  }

  async peopleOf(ids: readonly string[]): Promise<ReadonlyMap<string, FoundMatch>> {
    const rows = await this.#tx.sql<FoundMatch>`
      SELECT id, participant_id AS "participantId", volunteer_id AS "volunteerId" FROM programs.buddy_match
      WHERE company_id = ${this.#tx.companyId} AND id = ANY (${ids}::uuid[])`;
    return new Map(rows.map((row) => [row.id, row]));
  }
}
