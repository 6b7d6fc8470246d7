import { type ConnectionShape, connectionOf, type PageArguments, pageOf } from '@teei/runtime/connection';
import type { ProgramsContext } from '../context.ts';
import type { SessionRow } from '../rows/programme.ts';
import type { SessionParent } from '../store/session-store.ts';

/** Sessions of a programme, a participant or a volunteer, newest first. */
export function sessionList(parent: SessionParent) {
  return async (
    { id }: { readonly id: string },
    args: PageArguments,
    { loaders }: ProgramsContext,
  ): Promise<ConnectionShape<SessionRow>> => {
    const page = pageOf(args, 'instant', 'id');
    const rows = await loaders.sessionsOf(parent, page).load(id);
    const count = async (): Promise<number> => (await loaders.sessionCountOf(parent).load(id))?.count ?? 0;
    return connectionOf(rows, page, (row) => [row.startedAt.toISOString(), row.id], count);
  };
}
