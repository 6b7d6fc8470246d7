import { auditRecorded } from '@teei/runtime/audit-recorded';
import type { EventContract } from '@teei/runtime/define-event';
import { actorOf } from '@teei/runtime/viewer';
import type { ProfileContext } from '../context.ts';

interface Change<Data> {
  readonly event: EventContract<string, Data>;
  /** What was changed: the event's subject and the audit line's target. */
  readonly id: string;
  readonly data: Data;
  readonly action: string;
  readonly detail: Record<string, string | number | string[] | null>;
}

/** Tells of a change of rights: to whom it concerns, and to the audit log. Both commit with the change. */
export async function tellAudited<Data>(
  context: ProfileContext,
  { event, id, data, action, detail }: Change<Data>,
): Promise<void> {
  const tx = await context.tx();
  await context.outbox.append(tx, event, [{ subject: id, data }]);
  const line = { action, actor: actorOf(context.viewer), target: id, detail };
  await context.outbox.append(tx, auditRecorded, [{ subject: id, data: line }]);
}
