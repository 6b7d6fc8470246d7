import { isId } from '@teei/runtime/id';
import { memberNotFound, refuseRemoval } from '../../domain/member-rules.ts';
import { memberRemoved } from '../../events/index.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { MemberStore } from '../../store/member-store.ts';
import { MemberWrites } from '../../store/member-writes.ts';
import { tellAudited } from '../tell-audited.ts';

export const removeMember: MutationResolvers['removeMember'] = async (_, { input: { memberId } }, context) => {
  const tx = await context.tx();
  const locked = isId(memberId) ? await new MemberStore(tx).lockWithAdmins(memberId) : [];
  const member = locked.find(({ id }) => id === memberId);
  if (!member) return memberNotFound();
  const admins = locked.filter(({ role }) => role === 'COMPANY_ADMIN');
  const refusal = refuseRemoval(context.tenant, member, admins);
  if (refusal) return refusal;
  await new MemberWrites(tx).remove(memberId);
  await tellAudited(context, {
    event: memberRemoved,
    id: memberId,
    data: { memberId, userId: member.userId },
    action: 'member.removed',
    detail: { role: member.role },
  });
  return { __typename: 'MemberRemoved', memberId };
};
