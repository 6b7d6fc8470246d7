import { auditRecorded } from '@teei/runtime/audit-recorded';
import { BoundedMap } from '@teei/runtime/bounded-map';
import type { Database } from '@teei/runtime/database';
import { isId } from '@teei/runtime/id';
import type { Logger } from '@teei/runtime/log';
import { createOutbox } from '@teei/runtime/outbox';
import { inTenant } from '@teei/runtime/tenant-transaction';
import { serviceViewer } from '@teei/runtime/viewer';
import type { WakeUps } from '@teei/runtime/wake-ups';

/** Tells a company's audit log that somebody who does not belong to it asked for it. */
export interface TenantRefusals {
  /**
   * Returns at once, whether the company exists or not, so that the refused cannot tell from the time it takes.
   * `actor` is an id; the same actor gets one line a minute for each company, however often they try.
   */
  note(actor: string, companyId: string, credential: 'session' | 'jwt' | 'apiKey'): void;
  /** Resolves when what was noted is written. */
  settled(): Promise<void>;
}

export function createTenantRefusals(database: Database, wakeUps: WakeUps, log: Logger): TenantRefusals {
  const outbox = createOutbox('identity', wakeUps);
  const notedAt = new BoundedMap<number>(10_000);
  const notes = new Set<Promise<void>>();
  const write = async (actor: string, companyId: string, credential: string): Promise<void> => {
    const { rowCount } = await database.pool.query('SELECT FROM profile.company WHERE id = $1', [companyId]);
    if (!rowCount) return;
    const data = { action: 'tenant.refused', actor, target: companyId, detail: { credential } };
    await inTenant(database, serviceViewer('identity', companyId), (tx) =>
      outbox.append(tx, auditRecorded, [{ subject: companyId, data }]),
    );
  };
  return {
    note: (actor, companyId, credential) => {
      const now = Date.now();
      const key = `${actor} ${companyId}`;
      if (!isId(companyId) || now - (notedAt.get(key) ?? 0) < noteInterval) return;
      notedAt.set(key, now);
      const note = write(actor, companyId, credential)
        .catch((error: unknown) =>
          log.error({ err: error, actor, companyId }, 'a refused company could not be audited'),
        )
        .finally(() => notes.delete(note));
      notes.add(note);
    },
    settled: async () => void (await Promise.all(notes)),
  };
}

const noteInterval = 60_000;
