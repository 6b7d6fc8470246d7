import { isId } from '@teei/runtime/id';
import { memberNotFound, refuseRoleChange } from '../../domain/member-rules.ts';
import { memberChanged } from '../../events/index.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { MemberStore } from '../../store/member-store.ts';
import { MemberWrites } from '../../store/member-writes.ts';
import { tellAudited } from '../tell-audited.ts';

export const changeMemberRole: MutationResolvers['changeMemberRole'] = async (_, { input }, context) => {
  const { memberId, role } = input;
  const tx = await context.tx();
  const locked = isId(memberId) ? await new MemberStore(tx).lockWithAdmins(memberId) : [];
  const member = locked.find(({ id }) => id === memberId);
  if (!member) return memberNotFound();
  const admins = locked.filter((each) => each.role === 'COMPANY_ADMIN');
  const refusal = refuseRoleChange(context.tenant, member, role, admins);
  if (refusal) return refusal;
  if (member.role === role) return { __typename: 'MemberRoleChanged', member };
  await new MemberWrites(tx).setRole(memberId, role);
  await tellAudited(context, {
    event: memberChanged,
    id: memberId,
    data: { memberId, userId: member.userId, role },
    action: 'member.roleChanged',
    detail: { from: member.role, to: role },
  });
  return { __typename: 'MemberRoleChanged', member: { ...member, role } };
};
