import { isId } from '@teei/runtime/id';
import type { ProfileContext } from '../context.ts';
import type { MemberRow } from '../rows.ts';

/** The member who did it, when `actorOf` named one who is still there. */
export async function memberOfActor(actor: string | null, { loaders }: ProfileContext): Promise<MemberRow | null> {
  const [kind, id] = actor?.split(':') ?? [];
  return kind === 'member' && id !== undefined && isId(id) ? loaders.member.load(id) : null;
}
