import { connectionOf, pageOf } from '@teei/runtime/connection';
import type { GroupLineageResolvers } from '../generated/resolvers.ts';

/** The way back from a number about a group; for a group that is not shown there is none. */
export const GroupLineage: GroupLineageResolvers = {
  participants: async ({ members }, args, { loaders }) => {
    const page = pageOf(args, 'id');
    if (members === null) return null;
    const rows = await loaders.membersOfGroup(members.source, page).load(members.key);
    return connectionOf(
      rows.map(({ id }) => ({ id })),
      page,
      ({ id }) => [id],
      async () => members.people,
    );
  },
  evidence: async ({ members }, args, { loaders }) => {
    const page = pageOf(args, 'number', 'id');
    if (members === null || members.scores === null || members.source.kind !== 'cohort') return null;
    const rows = await loaders.evidenceOfCohort(members.source, page).load(members.key);
    const scores = members.scores;
    return connectionOf(
      rows,
      page,
      ({ confidence, id }) => [confidence, id],
      async () => scores,
    );
  },
};
