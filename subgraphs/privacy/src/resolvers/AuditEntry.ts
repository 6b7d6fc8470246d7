import { isId } from '@teei/runtime/id';
import type { AuditEntryResolvers } from '../generated/resolvers.ts';
import { reference } from './reference.ts';

export const AuditEntry: AuditEntryResolvers = {
  __resolveReference: reference('auditEntry'),
  member: ({ actor }) => {
    const id = actor.replace(/^member:/, '');
    return id !== actor && isId(id) ? { id } : null;
  },
  detail: ({ detail }) =>
    Object.entries(detail).map(([name, value]) => ({
      name,
      value: typeof value === 'string' ? value : JSON.stringify(value),
    })),
};
