import { isId } from '@teei/runtime/id';
import { refuseIdentity } from '../../domain/identity-rules.ts';
import { personNotFound } from '../../domain/merge-rules.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { IdentityWrites } from '../../store/identity-writes.ts';
import { MergeStore } from '../../store/merge-store.ts';
import { ReviewItemStore } from '../../store/review-item-store.ts';
import { ReviewItemWrites } from '../../store/review-item-writes.ts';
import { audit } from '../tell-audited.ts';

export const linkIdentity: MutationResolvers['linkIdentity'] = async (_, { input }, context) => {
  const { personKind, personId, system, externalId } = input;
  const refusal = refuseIdentity(system, externalId);
  if (refusal) return refusal;
  const tx = await context.tx();
  const found = isId(personId) ? await new MergeStore(tx).lock(personKind, [personId]) : new Set();
  if (!found.has(personId)) return personNotFound();
  const writes = new IdentityWrites(tx);
  const before = await writes.find(personKind, system, externalId);
  const [conflict] = await writes.claim(personKind, [{ personId, system, externalId }]);
  if (conflict) {
    const items = new ReviewItemWrites(tx);
    await items.raise(personKind, [conflict], null);
    const [reviewItem] = await new ReviewItemStore(tx).byIds([await items.idOf(personKind, conflict)]);
    if (!reviewItem) throw new Error('a review item that was raised is not there');
    await audit(context, {
      id: personId,
      action: 'identity.disputed',
      detail: { reviewItemId: reviewItem.id, system },
    });
    return { __typename: 'ReviewItemRaised', reviewItem };
  }
  const identity = await writes.find(personKind, system, externalId);
  if (!identity) throw new Error('an identity that was linked is not there');
  if (before === undefined)
    await audit(context, { id: personId, action: 'identity.linked', detail: { identityId: identity.id, system } });
  return { __typename: 'IdentityLinked', identity };
};
