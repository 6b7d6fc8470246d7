import { issueApiKey } from '@teei/runtime/api-key';
import { isId } from '@teei/runtime/id';
import { actorOf } from '@teei/runtime/viewer';
import { endOfOverlap, refuseRotation, successorExpiry } from '../../domain/api-key-rules.ts';
import { apiKeyChanged } from '../../events/index.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { ApiKeyStore } from '../../store/api-key-store.ts';
import { ApiKeyWrites } from '../../store/api-key-writes.ts';
import { apiKeyNotFound } from '../api-key-not-found.ts';
import { tellAudited } from '../tell-audited.ts';

export const rotateApiKey: MutationResolvers['rotateApiKey'] = async (_, { input }, context) => {
  // The generated type does not know that the schema fills in defaults.
  const { id, overlapHours = 24 } = input;
  const tx = await context.tx();
  const old = isId(id) ? await new ApiKeyStore(tx).lock(id) : undefined;
  if (!old) return apiKeyNotFound();
  const now = new Date();
  const refusal = refuseRotation(old, overlapHours, context.tenant.scopes, now);
  if (refusal) return refusal;
  const issued = issueApiKey();
  const writes = new ApiKeyWrites(tx);
  const { name, scopes } = old;
  const wish = { name, scopes, expiresAt: successorExpiry(old, now), createdBy: actorOf(context.viewer) };
  const apiKey = await writes.insert(wish, issued);
  const expiresAt = endOfOverlap(old.expiresAt, overlapHours, now);
  await writes.update(old.id, { expiresAt, replacedBy: apiKey.id });
  await tellAudited(context, {
    event: apiKeyChanged,
    id: old.id,
    data: { apiKeyId: old.id },
    action: 'apiKey.rotated',
    detail: { replacedBy: apiKey.id, expiresAt: expiresAt.toISOString() },
  });
  return { __typename: 'ApiKeyIssued', apiKey, secret: issued.secret };
};
