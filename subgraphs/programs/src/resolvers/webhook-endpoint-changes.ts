import { isId, newId } from '@teei/runtime/id';
import { type Refused, refused } from '@teei/runtime/refusal';
import type { ProgramsContext } from '../context.ts';
import { issueWebhookSecret, placeOfSecret } from '../domain/webhook/webhook-secret.ts';
import { endpointsChanged } from '../events/wake-up-names.ts';
import type { WebhookEndpointRow } from '../rows/webhook.ts';
import { WebhookEndpointStore } from '../store/webhook-endpoint-store.ts';
import { tellAudited } from './tell-audited.ts';

/** Makes a secret for an endpoint, keeps it sealed, and answers it for the one time that it is shown. */
export async function issueSecret(context: ProgramsContext, endpointId: string): Promise<string> {
  const tx = await context.tx();
  const { secret, prefix } = issueWebhookSecret();
  const id = newId();
  const sealed = context.sealer.seal(secret, placeOfSecret(tx.companyId, id));
  await new WebhookEndpointStore(tx).addSecret({ id, endpointId, sealed, prefix });
  return secret;
}

/** Lets every process that remembers keys forget them once this is committed. */
export async function forgetKeys(context: ProgramsContext): Promise<void> {
  (await context.tx()).afterCommit(() => context.wakeUps.wake(endpointsChanged));
}

/** Switching twice is answered like once: what the caller wants is already so. */
export async function switchEndpoint(
  context: ProgramsContext,
  id: string,
  disabled: boolean,
): Promise<{ __typename: 'WebhookEndpointChanged'; endpoint: WebhookEndpointRow } | Refused> {
  const endpoints = new WebhookEndpointStore(await context.tx());
  const found = isId(id) ? await endpoints.lock(id) : undefined;
  if (!found) return endpointNotFound();
  if ((found.disabledAt !== null) === disabled) return { __typename: 'WebhookEndpointChanged', endpoint: found };
  await endpoints.setDisabled(id, disabled);
  const action = disabled ? 'webhook.endpoint.disabled' : 'webhook.endpoint.enabled';
  await tellAudited(context, { action, target: id, detail: {} });
  await forgetKeys(context);
  const [endpoint = found] = await endpoints.byIds([id]);
  return { __typename: 'WebhookEndpointChanged', endpoint };
}

export function endpointNotFound(): Refused {
  return refused('WEBHOOK_ENDPOINT_NOT_FOUND', 'There is no such endpoint.', 'Look it up in the list of endpoints.');
}
