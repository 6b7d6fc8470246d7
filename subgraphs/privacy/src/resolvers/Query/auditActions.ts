import type { QueryResolvers } from '../../generated/resolvers.ts';
import { AuditStore } from '../../store/audit-store.ts';

export const auditActions: QueryResolvers['auditActions'] = async (_, __, context) =>
  new AuditStore(await context.tx()).actions();
