import { refused } from '@teei/runtime/refusal';
import type { WebhookDeliveryResolvers } from '../generated/resolvers.ts';
import type { WebhookDeliveryStatus } from '../rows/webhook.ts';
import { reference } from './reference.ts';

export const WebhookDelivery: WebhookDeliveryResolvers = {
  __resolveReference: reference('webhookDelivery'),
  endpoint: ({ endpointId }, _, { loaders }) => loaders.webhookEndpoint.load(endpointId),
  failure: ({ errorCode, error, status }) =>
    errorCode === null ? null : refused(errorCode, error ?? 'It could not be handled.', remedyOf(status)),
  headers: async ({ id }, _, { loaders }) => {
    const content = await loaders.webhookContent.load(id);
    return content && Object.entries(content.headers).map(([name, value]) => ({ name, value }));
  },
  payload: async ({ id }, _, { loaders }) => (await loaders.webhookContent.load(id))?.body ?? null,
  clearedPayloadSha256: async ({ id }, _, { loaders }) => (await loaders.webhookContent.load(id))?.bodySha256 ?? null,
  failedAttempts: async ({ id }, _, { loaders }) => [...((await loaders.webhookContent.load(id))?.history ?? [])],
};

function remedyOf(status: WebhookDeliveryStatus): string {
  if (status === 'DEAD') return 'Mend what the reason names, then replay it.';
  if (status === 'UNRECOGNISED') return 'It is kept, and can be replayed once the platform knows it.';
  return 'It is tried again by itself.';
}
