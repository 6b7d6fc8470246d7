import { auditRecorded } from '@teei/runtime/audit-recorded';
import type { Database } from '@teei/runtime/database';
import type { Logger } from '@teei/runtime/log';
import { createOutbox } from '@teei/runtime/outbox';
import { inTenant } from '@teei/runtime/tenant-transaction';
import { serviceViewer } from '@teei/runtime/viewer';
import type { WakeUps } from '@teei/runtime/wake-ups';

/** Tells the audit log of every company that somebody belongs to what became of their account. */
export interface AccountAudit {
  /** What was done is done: a line that cannot be written is logged, and never thrown. */
  note(userId: string, action: 'password.resetAsked' | 'password.reset'): Promise<void>;
}

export function createAccountAudit(database: Database, wakeUps: WakeUps, log: Logger): AccountAudit {
  const outbox = createOutbox('identity', wakeUps);
  return {
    note: async (userId, action) => {
      try {
        const { rows } = await database.pool.query<{ id: string; company_id: string }>(
          'SELECT id, company_id FROM profile.member WHERE user_id = $1',
          [userId],
        );
        for (const { id, company_id } of rows) {
          // Who asks for a new password is not known to be the member; who set one had their mailbox.
          const actor = action === 'password.reset' ? `member:${id}` : 'anonymous';
          const data = { action, actor, target: id, detail: {} };
          await inTenant(database, serviceViewer('identity', company_id), (tx) =>
            outbox.append(tx, auditRecorded, [{ subject: id, data }]),
          );
        }
      } catch (error) {
        log.error({ err: error, action }, 'a change of an account could not be audited');
      }
    },
  };
}
