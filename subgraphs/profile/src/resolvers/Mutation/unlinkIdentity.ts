import { isId } from '@teei/runtime/id';
import { identityNotFound } from '../../domain/identity-rules.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { IdentityWrites } from '../../store/identity-writes.ts';
import { audit } from '../tell-audited.ts';

export const unlinkIdentity: MutationResolvers['unlinkIdentity'] = async (_, { id }, context) => {
  const removed = isId(id) ? await new IdentityWrites(await context.tx()).remove(id) : undefined;
  if (!removed) return identityNotFound();
  const { personId, system } = removed;
  await audit(context, { id: personId, action: 'identity.unlinked', detail: { identityId: id, system } });
  return { __typename: 'IdentityUnlinked', identityId: id };
};
