import { connectionOf } from '@teei/runtime/connection';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { AuditStore } from '../../store/audit-store.ts';
import { pageBehindPosition } from '../page-behind.ts';

export const auditLog: QueryResolvers['auditLog'] = async (_, args, context) => {
  const page = pageBehindPosition(args);
  const store = new AuditStore(await context.tx());
  return connectionOf(
    await store.page(page),
    page,
    ({ position }) => [position],
    () => store.count(),
  );
};
