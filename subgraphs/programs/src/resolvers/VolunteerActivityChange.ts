import { isId } from '@teei/runtime/id';
import { actorOf } from '@teei/runtime/viewer';
import type { VolunteerActivityChangeResolvers } from '../generated/resolvers.ts';

export const VolunteerActivityChange: VolunteerActivityChangeResolvers = {
  by: ({ actor }) => memberOf(actor),
  isOwn: ({ actor }, _, { viewer }) => actor === actorOf(viewer),
  at: ({ changedAt }) => changedAt,
};

/** The member whom `actorOf` named. */
function memberOf(actor: string | null): { id: string } | null {
  const [kind, id] = actor?.split(':') ?? [];
  return kind === 'member' && id !== undefined && isId(id) ? { id } : null;
}
