import { connectionOf, pageOf } from '@teei/runtime/connection';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { EvidenceStore } from '../../store/evidence-store.ts';
import { evidenceFilter } from '../evidence-filter.ts';

export const evidence: QueryResolvers['evidence'] = async (_, { filter, ...args }, context) => {
  const page = pageOf(args, 'instant', 'id');
  const wanted = evidenceFilter(filter);
  const store = new EvidenceStore(await context.tx());
  const rows = await store.page(page, wanted);
  return connectionOf(
    rows,
    page,
    ({ observedAt, id }) => [observedAt.toISOString(), id],
    () => store.count(wanted),
  );
};
