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

/** Tells of a change: to whom it concerns, and to the audit log. Both commit with the change. */
export async function tellAudited<Data>(
  context: ProfileContext,
  { event, data, ...line }: Change<Data>,
): Promise<void> {
  await context.outbox.append(await context.tx(), event, [{ subject: line.id, data }]);
  await audit(context, line);
}

/** Writes a change that concerns no other subgraph into the audit log. */
export async function audit(
  context: ProfileContext,
  { id, action, detail }: Pick<Change<never>, 'id' | 'action' | 'detail'>,
): Promise<void> {
  const line = { action, actor: actorOf(context.viewer), target: id, detail };
  await context.outbox.append(await context.tx(), auditRecorded, [{ subject: id, data: line }]);
}
