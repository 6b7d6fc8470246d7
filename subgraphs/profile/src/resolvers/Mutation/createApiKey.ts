import { issueApiKey } from '@teei/runtime/api-key';
import { actorOf } from '@teei/runtime/viewer';
import { expiryIn, refuseNewApiKey } from '../../domain/api-key-rules.ts';
import { apiKeyChanged } from '../../events/index.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { ApiKeyWrites } from '../../store/api-key-writes.ts';
import { tellAudited } from '../tell-audited.ts';

export const createApiKey: MutationResolvers['createApiKey'] = async (_, { input }, context) => {
  // The generated type does not know that the schema fills in defaults.
  const { name, scopes, expiresInDays = 90 } = input;
  const refusal = refuseNewApiKey({ name, scopes, expiresInDays }, context.tenant.scopes);
  if (refusal) return refusal;
  const issued = issueApiKey();
  const wish = {
    name: name.trim(),
    scopes: [...new Set(scopes)].sort(),
    expiresAt: expiryIn(expiresInDays, new Date()),
    createdBy: actorOf(context.viewer),
  };
  const apiKey = await new ApiKeyWrites(await context.tx()).insert(wish, issued);
  await tellAudited(context, {
    event: apiKeyChanged,
    id: apiKey.id,
    data: { apiKeyId: apiKey.id },
    action: 'apiKey.created',
    detail: { scopes: apiKey.scopes, expiresAt: wish.expiresAt.toISOString() },
  });
  return { __typename: 'ApiKeyIssued', apiKey, secret: issued.secret };
};
