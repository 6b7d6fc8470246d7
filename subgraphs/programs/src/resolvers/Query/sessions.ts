import { connectionOf, pageOf } from '@teei/runtime/connection';
import { isId } from '@teei/runtime/id';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { SessionStore } from '../../store/session-store.ts';

/** No row has it; a programme id that is no id at all then lists what an unknown one lists. */
const nobody = '00000000-0000-0000-0000-000000000000';

export const sessions: QueryResolvers['sessions'] = async (_, { filter, ...args }, context) => {
  const page = pageOf(args, 'instant', 'id');
  const { programmeId, from, to } = filter ?? {};
  const wanted = { programmeId: programmeId && !isId(programmeId) ? nobody : programmeId, from, to };
  const store = new SessionStore(await context.tx());
  const rows = await store.page(page, wanted);
  return connectionOf(
    rows,
    page,
    ({ startedAt, id }) => [startedAt.toISOString(), id],
    () => store.count(wanted),
  );
};
