import { connectionOf, pageOf } from '@teei/runtime/connection';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { AuditStore } from '../../store/audit-store.ts';
import { auditFilter } from '../audit-filter.ts';

export const auditLog: QueryResolvers['auditLog'] = async (_, args, context) => {
  const page = pageOf(args, 'number');
  const filter = auditFilter(args.filter);
  const store = new AuditStore(await context.tx());
  return connectionOf(
    await store.page(page, filter),
    page,
    ({ position }) => [position],
    () => store.count(filter),
  );
};
