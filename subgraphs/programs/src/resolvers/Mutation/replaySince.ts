import type { MutationResolvers } from '../../generated/resolvers.ts';
import { WebhookDeliveryStore } from '../../store/webhook-delivery-store.ts';
import { deliveryFilterOf } from '../delivery-filter.ts';
import { replayed } from '../replayed.ts';
import { tellAudited } from '../tell-audited.ts';

/** One transaction holds them; more are asked for by asking again. */
const mostAtOnce = 100_000;

export const replaySince: MutationResolvers['replaySince'] = async (_, { input }, context) => {
  const filter = deliveryFilterOf(input);
  const ids = filter ? await new WebhookDeliveryStore(await context.tx()).replaySince(filter, mostAtOnce) : [];
  const since = new Date(input.since).toISOString();
  const detail = { since, status: filter?.status ?? null, count: ids.length };
  await tellAudited(context, { action: 'webhook.replayed', target: 'since', detail });
  return replayed(context, ids);
};
