import { isId } from '@teei/runtime/id';
import { memberNotFound } from '../../domain/member-rules.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { MemberSessionStore } from '../../store/member-session-store.ts';
import { endSessions } from '../end-sessions.ts';

export const endMemberSessions: MutationResolvers['endMemberSessions'] = async (_, { memberId }, context) => {
  if (!isId(memberId)) return memberNotFound();
  const store = new MemberSessionStore(await context.tx());
  return endSessions(context, memberId, 'all', () => store.endAll(memberId));
};
