import type { AuditLogFilter } from '../generated/resolvers.ts';
import type { AuditFilter } from '../rows.ts';

/** An empty text narrows nothing, as in a form. */
export function auditFilter(given: AuditLogFilter | null | undefined): AuditFilter {
  return {
    action: given?.action || null,
    actor: given?.actor || null,
    target: given?.target || null,
    from: given?.from ? new Date(given.from) : null,
    to: given?.to ? new Date(given.to) : null,
  };
}
