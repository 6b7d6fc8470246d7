import { auditRecorded } from '@teei/runtime/audit-recorded';
import { type Consumer, defineConsumer } from '@teei/runtime/consumer';
import { chain, emptyChain } from '../domain/audit-chain.ts';
import { AuditStore } from '../store/audit-store.ts';

/** Whoever does something worth auditing says so in its own outbox; here it becomes a line of the company's chain. */
export const recordAudit: readonly Consumer[] = (['profile', 'identity', 'programs', 'outcomes'] as const).map(
  (source) =>
    defineConsumer({
      name: `privacy-audit-${source}`,
      source,
      contracts: [auditRecorded],
      handle: async (tx, events) => {
        const store = new AuditStore(tx);
        const lines = events.map(({ id, time, data }) => ({
          ...data,
          companyId: tx.companyId,
          id,
          occurredAt: new Date(time),
        }));
        await store.append(chain(await store.lockEnd(emptyChain), lines));
      },
    }),
);
