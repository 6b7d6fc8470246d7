import { isId } from '@teei/runtime/id';
import { invitationExpiry, invitationNotFound, refuseResending } from '../../domain/invitation-rules.ts';
import { invitationMailAsked } from '../../events/index.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { InvitationStore } from '../../store/invitation-store.ts';
import { InvitationWrites } from '../../store/invitation-writes.ts';
import { tellAudited } from '../tell-audited.ts';

export const resendInvitation: MutationResolvers['resendInvitation'] = async (_, { id }, context) => {
  const tx = await context.tx();
  const invitations = new InvitationStore(tx);
  await invitations.takeTurn();
  const known = isId(id) ? await invitations.lock(id) : undefined;
  if (!known) return invitationNotFound();
  const situation = { canMail: context.canMail, mailsInLastHour: await invitations.mailsInLastHour() };
  const refusal = refuseResending(context.tenant, known, situation, new Date());
  if (refusal) return refusal;
  const invitation = await new InvitationWrites(tx).ask(known, invitationExpiry(new Date()));
  await tellAudited(context, {
    event: invitationMailAsked,
    id,
    data: { invitationId: id, round: invitation.round },
    action: 'invitation.resent',
    detail: { round: invitation.round },
  });
  return { __typename: 'InvitationResent', invitation };
};
