import { PlatformError } from '@teei/runtime/platform-error';
import type { ProfileContext } from '../context.ts';
import type { MemberResolvers } from '../generated/resolvers.ts';
import type { MemberRow } from '../rows.ts';
import { reference } from './reference.ts';

export const Member: MemberResolvers = {
  __resolveReference: reference('member'),
  name: (member, _, context) => forSelfOrMembersRead(member, context).name,
  email: (member, _, context) => forSelfOrMembersRead(member, context).email,
  sessions: async ({ id }, _, { loaders }) => [...(await loaders.memberSessions.load(id))],
};

/** The schema asks for members:read or self:read; the second is for oneself alone. */
function forSelfOrMembersRead(member: MemberRow, { tenant }: ProfileContext): MemberRow {
  if (tenant.scopes.has('members:read') || (tenant.kind === 'member' && tenant.userId === member.userId)) return member;
  throw new PlatformError('FORBIDDEN', 'This needs the scope members:read.', 'Ask an admin of your company.');
}
