import { isId } from '@teei/runtime/id';
import { invitationNotFound, refuseWithdrawal } from '../../domain/invitation-rules.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { InvitationStore } from '../../store/invitation-store.ts';
import { InvitationWrites } from '../../store/invitation-writes.ts';
import { audit } from '../tell-audited.ts';

export const withdrawInvitation: MutationResolvers['withdrawInvitation'] = async (_, { id }, context) => {
  const tx = await context.tx();
  const known = isId(id) ? await new InvitationStore(tx).lock(id) : undefined;
  if (!known) return invitationNotFound();
  const refusal = refuseWithdrawal(known);
  if (refusal) return refusal;
  const invitation = await new InvitationWrites(tx).withdraw(known);
  await audit(context, { id, action: 'invitation.withdrawn', detail: { role: known.role } });
  return { __typename: 'InvitationWithdrawn', invitation };
};
