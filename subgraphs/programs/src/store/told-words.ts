import { hash } from 'node:crypto';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import { buddyFeedbackSubmitted, checkInCompleted, ratingCreated } from '../events/index.ts';

/** Words in events that wait in the outbox for longer than words are kept: a consumer that stands still does not keep them. */
export class ToldWords {
  readonly #tx: TenantTransaction;
  readonly #before: Date;

  constructor(tx: TenantTransaction, before: Date) {
    this.#tx = tx;
    this.#before = before;
  }

  /** Puts hashes in the place of some of them, the oldest first; resolves to how many rows there were. */
  async clear(limit: number): Promise<number> {
    const rows = await this.#tx.sql<OutboxRow>`
      SELECT seq, size, data FROM programs.outbox
      WHERE company_id = ${this.#tx.companyId} AND type = ANY (${types}::text[]) AND occurred_at < ${this.#before}
        AND (data @? '$.text ? (@ != null)' OR data @? '$.note ? (@ != null)'
          OR data @? '$[*].data.text ? (@ != null)' OR data @? '$[*].data.note ? (@ != null)')
      ORDER BY txid, seq LIMIT ${limit} FOR UPDATE SKIP LOCKED`;
    const cleared = rows.map(({ size, data }) =>
      JSON.stringify(size === 1 ? withoutWords(data as Told) : (data as Packed[]).map(unpacked)),
    );
    await this.#tx.sql`
      UPDATE programs.outbox o SET data = n.data FROM unnest(${rows.map(({ seq }) => seq)}::bigint[], ${cleared}::jsonb[]) AS n (seq, data)
      WHERE o.company_id = ${this.#tx.companyId} AND o.seq = n.seq`;
    return rows.length;
  }
}

const types = [ratingCreated.type, buddyFeedbackSubmitted.type, checkInCompleted.type];

interface Told {
  readonly text?: string | null;
  readonly note?: string | null;
}

interface Packed {
  readonly data: Told;
}

interface OutboxRow {
  readonly seq: string;
  readonly size: number;
  readonly data: Told | Packed[];
}

function unpacked(event: Packed): Packed {
  return { ...event, data: withoutWords(event.data) };
}

function withoutWords(told: Told): Told {
  const column = typeof told.text === 'string' ? 'text' : 'note';
  const words = told[column];
  return typeof words === 'string' ? ({ ...told, [column]: null, clearedSha256: hash('sha256', words) } as Told) : told;
}
