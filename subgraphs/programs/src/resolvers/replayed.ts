import type { ProgramsContext } from '../context.ts';
import { movedTogether } from '../domain/webhook/moved.ts';
import { webhooksMoved } from '../events/index.ts';

/** Tells that these deliveries wait to be handled again; the event wakes who handles them. */
export async function replayed(
  context: ProgramsContext,
  ids: readonly string[],
): Promise<{ __typename: 'WebhookDeliveriesReplayed'; count: number }> {
  if (ids.length > 0) await context.outbox.append(await context.tx(), webhooksMoved, [movedTogether(ids)]);
  return { __typename: 'WebhookDeliveriesReplayed', count: ids.length };
}
