import { isId, newId } from '@teei/runtime/id';
import { refused } from '@teei/runtime/refusal';
import { readEnvelope } from '../../domain/webhook/envelope.ts';
import { testEventType } from '../../domain/webhook/interpret.ts';
import { movedTogether } from '../../domain/webhook/moved.ts';
import { keyOf, signedHeaders, verifySignature } from '../../domain/webhook/signature.ts';
import { placeOfSecret } from '../../domain/webhook/webhook-secret.ts';
import { webhooksMoved } from '../../events/index.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { WebhookDeliveryStore } from '../../store/webhook-delivery-store.ts';
import { WebhookEndpointStore } from '../../store/webhook-endpoint-store.ts';
import { WebhookQueue } from '../../store/webhook-queue.ts';
import { tellAudited } from '../tell-audited.ts';
import { endpointNotFound } from '../webhook-endpoint-changes.ts';

/** Signs with the secret as it is kept, checks as every delivery is checked, and puts the delivery where all of them go. */
export const sendTestWebhook: MutationResolvers['sendTestWebhook'] = async (_, { endpointId }, context) => {
  const tx = await context.tx();
  const endpoints = new WebhookEndpointStore(tx);
  const [endpoint] = isId(endpointId) ? await endpoints.byIds([endpointId]) : [];
  if (!endpoint) return endpointNotFound();
  const kept = await endpoints.newestSealed(endpointId);
  if (endpoint.disabledAt !== null || !kept) {
    return refused('WEBHOOK_ENDPOINT_DISABLED', 'The endpoint accepts nothing now.', 'Enable it and send again.');
  }
  const { signature: scheme, source } = endpoint;
  const key = keyOf(scheme, context.sealer.open(kept.sealed, placeOfSecret(tx.companyId, kept.id)));
  const now = new Date();
  const id = newId();
  const content = {
    event_id: `test_${id}`,
    event_type: testEventType,
    timestamp: Math.floor(now.getTime() / 1000),
    data: {},
  };
  const body = JSON.stringify(content);
  const headers = {
    'content-type': 'application/json',
    ...signedHeaders(scheme, { id: `test_${id}`, at: now, body }, key),
  };
  const verdict = verifySignature({ scheme, source, headers, body: Buffer.from(body) }, [key], now);
  if (verdict.kind !== 'valid') throw new Error('a test webhook was not verified by the key that signed it');
  const envelope = readEnvelope(content, { messageId: verdict.messageId, at: verdict.sentAt, text: body }, now);
  const { type: eventType, version: eventVersion, ...ids } = envelope;
  const kind = { 'content-type': 'application/json', 'user-agent': 'teei-cockpit' };
  await new WebhookQueue(tx).add([{ id, endpointId, source, eventType, eventVersion, headers: kind, body, ...ids }]);
  await context.outbox.append(tx, webhooksMoved, [movedTogether([id])]);
  await tellAudited(context, { action: 'webhook.test.sent', target: endpointId, detail: { deliveryId: id } });
  const [delivery] = await new WebhookDeliveryStore(tx).byIds([id]);
  if (!delivery) throw new Error('a test webhook that was just kept is gone');
  return { __typename: 'WebhookTestSent', delivery };
};
