import { auditRecorded } from '@teei/runtime/audit-recorded';
import { actorOf } from '@teei/runtime/viewer';
import type { OutcomesContext } from '../context.ts';

interface AuditedAct {
  /** What was done, such as `safetyFlag.decided`. */
  readonly action: string;
  readonly target: string;
  readonly detail: Record<string, string | number | boolean | null>;
}

/** Writes a line for the audit log; it commits with what was done. */
export async function tellAudited(context: OutcomesContext, { action, target, detail }: AuditedAct): Promise<void> {
  const line = { action, actor: actorOf(context.viewer), target, detail };
  await context.outbox.append(await context.tx(), auditRecorded, [{ subject: target, data: line }]);
}
