import { isId } from '@teei/runtime/id';
import { refuseOverlap } from '../../domain/webhook/endpoint-rules.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { WebhookEndpointStore } from '../../store/webhook-endpoint-store.ts';
import { tellAudited } from '../tell-audited.ts';
import { endpointNotFound, forgetKeys, issueSecret } from '../webhook-endpoint-changes.ts';

export const rotateWebhookSecret: MutationResolvers['rotateWebhookSecret'] = async (_, { input }, context) => {
  // The generated type does not know that the schema fills in defaults.
  const { id, overlapHours = 24 } = input;
  const endpoints = new WebhookEndpointStore(await context.tx());
  const endpoint = isId(id) ? await endpoints.lock(id) : undefined;
  if (!endpoint) return endpointNotFound();
  const refusal = refuseOverlap(overlapHours);
  if (refusal) return refusal;
  await endpoints.expireSecrets(id, overlapHours);
  const secret = await issueSecret(context, id);
  await tellAudited(context, { action: 'webhook.secret.rotated', target: id, detail: { overlapHours } });
  await forgetKeys(context);
  return { __typename: 'WebhookSecretIssued', endpoint, secret };
};
