import { isId } from '@teei/runtime/id';
import { refused } from '@teei/runtime/refusal';
import { actorOf } from '@teei/runtime/viewer';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { FollowUpStore } from '../../store/follow-up-store.ts';

/** Closing twice is answered like once: what the caller wants is already so. */
export const closeFollowUp: MutationResolvers['closeFollowUp'] = async (_, { id }, { tx, viewer }) => {
  const followUp = isId(id) ? await new FollowUpStore(await tx()).close(id, actorOf(viewer)) : undefined;
  if (followUp) return { __typename: 'FollowUpClosed', followUp };
  return refused('FOLLOW_UP_NOT_FOUND', 'There is no such follow-up.', 'Look it up in the list of follow-ups.');
};
