import { isId } from '@teei/runtime/id';
import { apiKeyChanged } from '../../events/index.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { ApiKeyStore } from '../../store/api-key-store.ts';
import { ApiKeyWrites } from '../../store/api-key-writes.ts';
import { apiKeyNotFound } from '../api-key-not-found.ts';
import { tellAudited } from '../tell-audited.ts';

/** Revoking twice is answered like once: what the caller wants is already so. */
export const revokeApiKey: MutationResolvers['revokeApiKey'] = async (_, { id }, context) => {
  const tx = await context.tx();
  const found = isId(id) ? await new ApiKeyStore(tx).lock(id) : undefined;
  if (!found) return apiKeyNotFound();
  if (found.revokedAt !== null) return { __typename: 'ApiKeyRevoked', apiKey: found };
  const apiKey = await new ApiKeyWrites(tx).update(id, { revokedAt: new Date() });
  await tellAudited(context, {
    event: apiKeyChanged,
    id,
    data: { apiKeyId: id },
    action: 'apiKey.revoked',
    detail: {},
  });
  return { __typename: 'ApiKeyRevoked', apiKey };
};
