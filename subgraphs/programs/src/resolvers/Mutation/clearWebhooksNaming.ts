import { movedTogether } from '../../domain/webhook/moved.ts';
import { personFinder } from '../../domain/webhook/names-person.ts';
import { webhooksMoved } from '../../events/index.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { WebhookBodies } from '../../store/webhook-bodies.ts';

const pageSize = 200;

/** Reads every body of the company: senders name people in ways of their own, so no index knows where. */
export const clearWebhooksNaming: MutationResolvers['clearWebhooksNaming'] = async (_, { person }, context) => {
  const tx = await context.tx();
  const bodies = new WebhookBodies(tx);
  const names = personFinder({ addresses: person.addresses, externalIds: person.externalIds ?? [] });
  const cleared: string[] = [];
  for (let after: string | null = null; ; ) {
    const page = await bodies.page(after, pageSize);
    const found = page.filter(({ body }) => names(body)).map(({ id }) => id);
    await bodies.clear(found);
    cleared.push(...found);
    after = page.at(-1)?.id ?? null;
    if (page.length < pageSize) break;
  }
  if (cleared.length > 0) await context.outbox.append(tx, webhooksMoved, [movedTogether(cleared)]);
  return cleared.length;
};
