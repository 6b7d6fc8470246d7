import { actorOf } from '@teei/runtime/viewer';
import { refuseNewEndpoint } from '../../domain/webhook/endpoint-rules.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { WebhookEndpointStore } from '../../store/webhook-endpoint-store.ts';
import { tellAudited } from '../tell-audited.ts';
import { forgetKeys, issueSecret } from '../webhook-endpoint-changes.ts';

export const createWebhookEndpoint: MutationResolvers['createWebhookEndpoint'] = async (_, { input }, context) => {
  // The generated type does not know that the schema fills in defaults.
  const { name, source, signature = 'STANDARD' } = input;
  const senderCompanyId = input.senderCompanyId ?? null;
  const endpoints = new WebhookEndpointStore(await context.tx());
  const refusal = refuseNewEndpoint({ name, source, senderCompanyId }, await endpoints.count());
  if (refusal) return refusal;
  const wish = { name: name.trim(), source, signature, senderCompanyId: senderCompanyId?.trim() ?? null };
  const id = await endpoints.insert(wish, actorOf(context.viewer));
  const secret = await issueSecret(context, id);
  await tellAudited(context, { action: 'webhook.endpoint.created', target: id, detail: { source, signature } });
  await forgetKeys(context);
  const [endpoint] = await endpoints.byIds([id]);
  if (!endpoint) throw new Error('an endpoint that was just made is gone');
  return { __typename: 'WebhookSecretIssued', endpoint, secret };
};
