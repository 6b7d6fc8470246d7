import type { AuditEntryResolvers } from '../generated/resolvers.ts';
import { reference } from './reference.ts';

export const AuditEntry: AuditEntryResolvers = {
  __resolveReference: reference('auditEntry'),
};
