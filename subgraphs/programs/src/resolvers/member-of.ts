import { isId } from '@teei/runtime/id';

/** The member whom `actorOf` named. */
export function memberOf(actor: string | null): { id: string } | null {
  const [kind, id] = actor?.split(':') ?? [];
  return kind === 'member' && id !== undefined && isId(id) ? { id } : null;
}
