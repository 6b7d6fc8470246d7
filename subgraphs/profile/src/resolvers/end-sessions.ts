import type { ProfileContext } from '../context.ts';
import { memberNotFound, refuseEndingSessions } from '../domain/member-rules.ts';
import { memberSessionsEnded } from '../events/index.ts';
import { MemberStore } from '../store/member-store.ts';
import { tellAudited } from './tell-audited.ts';

/** Ends what `end` ends of the member's sessions, where the viewer may; tells the routers and the audit log. */
export async function endSessions(
  context: ProfileContext,
  memberId: string,
  which: { readonly sessionId: string } | 'all',
  end: () => Promise<void>,
) {
  const [member] = await new MemberStore(await context.tx()).byIds([memberId]);
  if (!member) return memberNotFound();
  const refusal = refuseEndingSessions(context.tenant, member);
  if (refusal) return refusal;
  await end();
  await tellAudited(context, {
    event: memberSessionsEnded,
    id: memberId,
    data: { memberId },
    action: which === 'all' ? 'memberSessions.ended' : 'memberSession.ended',
    detail: which === 'all' ? {} : { session: which.sessionId },
  });
  return { __typename: 'MemberSessionsEnded', member } as const;
}
