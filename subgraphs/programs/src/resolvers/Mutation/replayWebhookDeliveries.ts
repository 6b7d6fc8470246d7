import { isId } from '@teei/runtime/id';
import { refused } from '@teei/runtime/refusal';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { WebhookDeliveryStore } from '../../store/webhook-delivery-store.ts';
import { replayed } from '../replayed.ts';
import { tellAudited } from '../tell-audited.ts';

const mostIds = 500;

export const replayWebhookDeliveries: MutationResolvers['replayWebhookDeliveries'] = async (_, { ids }, context) => {
  if (ids.length > mostIds) {
    return refused('WEBHOOK_TOO_MANY_IDS', `At most ${mostIds} at a time.`, 'Replay everything since a time instead.');
  }
  const deliveries = new WebhookDeliveryStore(await context.tx());
  const wanted = ids.filter(isId);
  const found = await deliveries.replay(wanted);
  const [only] = found;
  if (only === undefined) {
    if ((await deliveries.byIds(wanted)).length > 0) {
      return refused(
        'WEBHOOK_BODY_CLEARED',
        'The body of this delivery has been cleared.',
        'Ask the sender to send it again.',
      );
    }
    return refused('WEBHOOK_DELIVERY_NOT_FOUND', 'There is no such delivery.', 'Look it up in the delivery log.');
  }
  const target = found.length === 1 ? only : 'several';
  await tellAudited(context, { action: 'webhook.replayed', target, detail: { count: found.length } });
  return replayed(context, found);
};
