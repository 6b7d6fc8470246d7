import { isId } from '@teei/runtime/id';
import { refused } from '@teei/runtime/refusal';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { MemberSessionStore } from '../../store/member-session-store.ts';
import { endSessions } from '../end-sessions.ts';

export const endMemberSession: MutationResolvers['endMemberSession'] = async (_, { id }, context) => {
  const store = new MemberSessionStore(await context.tx());
  const memberId = isId(id) ? await store.memberOf(id) : undefined;
  if (memberId === undefined)
    return refused('SESSION_NOT_FOUND', 'There is no such session any more.', 'Look at the list of sessions again.');
  return endSessions(context, memberId, { sessionId: id }, () => store.end(id));
};
