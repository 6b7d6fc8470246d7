import type { EventContract } from './define-event.ts';
import { newId } from './id.ts';
import type { SubgraphName } from './subgraph-names.ts';
import type { TenantTransaction } from './tenant-transaction.ts';
import type { WakeUps } from './wake-ups.ts';

export type OutboxSchema = SubgraphName | 'identity';

export interface NewEvent<Data> {
  readonly subject: string;
  readonly data: Data;
  readonly causationId?: string;
}

/** Where a subgraph puts the events of a change: in the same transaction as the change itself. */
export interface Outbox {
  append<Type extends string, Data>(
    tx: TenantTransaction,
    contract: EventContract<Type, Data>,
    events: readonly NewEvent<Data>[],
  ): Promise<void>;
}

export function createOutbox(schema: OutboxSchema, wakeUps: WakeUps): Outbox {
  // The schema is one of a closed list of names in this code, so it may stand in the text.
  const text = `INSERT INTO ${schema}.outbox (id, company_id, type, data_version, subject, correlation_id, causation_id, data)
    SELECT e.id, $1, $2, $3, e.subject, NULL, e.causation_id, e.data
    FROM unnest($4::uuid[], $5::text[], $6::uuid[], $7::jsonb[]) AS e (id, subject, causation_id, data)`;
  return {
    append: async (tx, contract, events) => {
      if (events.length === 0) return;
      await tx.client.query({
        name: `outbox-${schema}`,
        text,
        values: [
          tx.companyId,
          contract.type,
          contract.dataVersion,
          events.map(() => newId()),
          events.map((event) => event.subject),
          events.map((event) => event.causationId ?? null),
          events.map((event) => JSON.stringify(event.data)),
        ],
      });
      tx.afterCommit(() => wakeUps.wake(schema));
    },
  };
}
