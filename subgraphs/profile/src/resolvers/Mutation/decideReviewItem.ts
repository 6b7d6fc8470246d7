import { isId } from '@teei/runtime/id';
import type { Refused } from '@teei/runtime/refusal';
import { actorOf } from '@teei/runtime/viewer';
import type { ProfileContext } from '../../context.ts';
import { refuseDecision, reviewItemNotFound, type ShownSides } from '../../domain/review-rules.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import type { ReviewItemRow } from '../../rows.ts';
import { IdentityWrites } from '../../store/identity-writes.ts';
import { ReviewItemStore } from '../../store/review-item-store.ts';
import { type Decision, ReviewItemWrites } from '../../store/review-item-writes.ts';
import { mergePeople } from '../merge-people.ts';
import { audit } from '../tell-audited.ts';

export const decideReviewItem: MutationResolvers['decideReviewItem'] = async (_, { input }, context) => {
  const { id, decision, personId } = input;
  const tx = await context.tx();
  const item = isId(id) ? await new ReviewItemStore(tx).lock(id) : undefined;
  if (!item) return reviewItemNotFound();
  const sides = await shownSides(context, item);
  const refusal = refuseDecision(item, sides, personId);
  if (refusal) return refusal;
  const made = await (decision === 'SAME_PERSON'
    ? merged(context, item, sides, personId)
    : kept(context, item, sides, personId));
  if ('code' in made) return made;
  await new ReviewItemWrites(tx).decide(id, { ...made, decision, actor: actorOf(context.viewer) });
  await audit(context, { id, action: 'reviewItem.decided', detail: { decision, personId } });
  return { __typename: 'ReviewItemDecided', reviewItem: (await new ReviewItemStore(tx).byIds([id]))[0] ?? item };
};

type Made = Pick<Decision, 'ownerId' | 'mergeId'>;

async function shownSides({ loaders }: ProfileContext, item: ReviewItemRow): Promise<ShownSides> {
  const [claimantId, holderId] = await Promise.all([
    loaders.shownPerson.load(item.claimantId),
    loaders.shownPerson.load(item.holderId),
  ]);
  return { claimantId, holderId };
}

async function merged(
  context: ProfileContext,
  { personKind }: ReviewItemRow,
  { claimantId, holderId }: ShownSides,
  keepId: string,
): Promise<Made | Refused> {
  const mergedId = keepId === claimantId ? holderId : claimantId;
  const merge = await mergePeople(context, personKind, { keepId, mergedId });
  return 'code' in merge ? merge : { ownerId: null, mergeId: merge.id };
}

/** They stay two. When the claimant is right, the id changes hands. */
async function kept(context: ProfileContext, item: ReviewItemRow, sides: ShownSides, ownerId: string): Promise<Made> {
  const owner = ownerId === sides.claimantId ? item.claimantId : item.holderId;
  if (owner === item.claimantId) {
    const identities = new IdentityWrites(await context.tx());
    await identities.move(item.personKind, item, item.holderId, item.claimantId);
  }
  return { ownerId: owner, mergeId: null };
}
