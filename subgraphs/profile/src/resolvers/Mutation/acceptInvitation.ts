import { newId } from '@teei/runtime/id';
import { memberChanged } from '../../events/index.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { InvitationStore } from '../../store/invitation-store.ts';
import { InvitationWrites } from '../../store/invitation-writes.ts';
import { MemberStore } from '../../store/member-store.ts';
import { MemberWrites } from '../../store/member-writes.ts';
import { audit, tellAudited } from '../tell-audited.ts';

/** The row's lock lets one of two who accept at once through; the other finds it accepted. */
export const acceptInvitation: MutationResolvers['acceptInvitation'] = async (_, asked, context) => {
  const tx = await context.tx();
  const invitation = await new InvitationStore(tx).lockOpen(asked.tokenHash);
  if (!invitation || invitation.email !== asked.email.trim().toLowerCase()) return null;
  const { id, role, email } = invitation;
  const { userId, name } = asked;
  await new InvitationWrites(tx).accept(id);
  const known = await new MemberStore(tx).idOfUser(userId);
  const memberId = known ?? newId();
  if (!known) {
    await new MemberWrites(tx).add({ id: memberId, userId, name, email, role });
    await tellAudited(context, {
      event: memberChanged,
      id: memberId,
      data: { memberId, userId, role },
      action: 'member.joined',
      detail: { role, invitation: id },
    });
  }
  await audit(context, { id, action: 'invitation.accepted', detail: { member: memberId } });
  return memberId;
};
