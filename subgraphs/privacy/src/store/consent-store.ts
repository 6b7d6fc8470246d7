import type { Page } from '@teei/runtime/connection';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { ConsentRow } from '../rows.ts';

/** What the participants of one company agreed to, newest first. */
export class ConsentStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  byIds(ids: readonly string[]): Promise<ConsentRow[]> {
    return this.#tx.sql<ConsentRow>`
      SELECT id, participant_id AS "participantId", purpose, granted, text_version AS "textVersion", recorded_at AS "recordedAt"
      FROM privacy.consent WHERE company_id = ${this.#tx.companyId} AND id = ANY (${ids}::uuid[])`;
  }

  /** Of each of these participants, and of everybody who is shown as them; `shownId` is the participant that was asked for. */
  ofParticipants(participantIds: readonly string[]): Promise<(ConsentRow & { readonly shownId: string })[]> {
    return this.#tx.sql<ConsentRow & { readonly shownId: string }>`
      SELECT n.id AS "shownId", c.id, c.participant_id AS "participantId", c.purpose, c.granted, c.text_version AS "textVersion",
        c.recorded_at AS "recordedAt"
      FROM unnest(${participantIds}::uuid[]) AS n (id)
      CROSS JOIN LATERAL privacy.ids_of_person(${this.#tx.companyId}, n.id) AS own
      JOIN privacy.consent c ON c.company_id = ${this.#tx.companyId} AND c.participant_id = own.id
      ORDER BY c.recorded_at DESC, c.id DESC`;
  }

  page({ size, after }: Page<readonly string[] & { length: 1 }>): Promise<ConsentRow[]> {
    const [id] = after ?? [null];
    return this.#tx.sql<ConsentRow>`
      SELECT id, participant_id AS "participantId", purpose, granted, text_version AS "textVersion", recorded_at AS "recordedAt"
      FROM privacy.consent WHERE company_id = ${this.#tx.companyId} AND (${id}::uuid IS NULL OR id < ${id}::uuid)
      ORDER BY id DESC LIMIT ${size + 1}`;
  }

  async count(): Promise<number> {
    const [row] = await this.#tx.sql<{ count: number }>`
      SELECT count(*) FROM privacy.consent WHERE company_id = ${this.#tx.companyId}`;
    return row?.count ?? 0;
  }
}
