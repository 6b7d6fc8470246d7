import { isId } from '@teei/runtime/id';
import { reviewItemNotFound, reviewItemOpen } from '../../domain/review-rules.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { IdentityWrites } from '../../store/identity-writes.ts';
import { ReviewItemStore } from '../../store/review-item-store.ts';
import { ReviewItemWrites } from '../../store/review-item-writes.ts';
import { unmergePeople } from '../merge-people.ts';
import { audit } from '../tell-audited.ts';

export const reopenReviewItem: MutationResolvers['reopenReviewItem'] = async (_, { id }, context) => {
  const tx = await context.tx();
  const store = new ReviewItemStore(tx);
  const item = isId(id) ? await store.lock(id) : undefined;
  if (!item) return reviewItemNotFound();
  if (item.decision === null) return reviewItemOpen();
  if (item.mergeId !== null) {
    const merge = await unmergePeople(context, item.mergeId);
    if ('code' in merge) return merge;
  }
  if (item.ownerId === item.claimantId) {
    await new IdentityWrites(tx).move(item.personKind, item, item.claimantId, item.holderId);
  }
  await new ReviewItemWrites(tx).reopen(id);
  await audit(context, { id, action: 'reviewItem.reopened', detail: { decision: item.decision } });
  return { __typename: 'ReviewItemReopened', reviewItem: (await store.byIds([id]))[0] ?? item };
};
