import { listsByKey, rowsById } from '@teei/runtime/by-key';
import type { OperationContext } from '@teei/runtime/operation-context';
import { shownPerson } from '@teei/runtime/person-aliases';
import type { ConsentRow } from '../rows.ts';
import { AuditStore } from '../store/audit-store.ts';
import { ConsentStore } from '../store/consent-store.ts';
import { PrivacyRequestStore } from '../store/privacy-request-store.ts';

export type Loaders = ReturnType<typeof createLoaders>;

/** One read for all the keys that an operation asks for in the same step. */
export function createLoaders(context: OperationContext) {
  const rows = rowsById(context);
  return {
    consent: rows(ConsentStore),
    privacyRequest: rows(PrivacyRequestStore),
    auditEntry: rows(AuditStore),
    shownPerson: shownPerson('privacy', () => context.tx()),
    consentsOf: listsByKey<ConsentRow & { readonly shownId: string }>(
      (row) => row.shownId,
      async (ids) => new ConsentStore(await context.tx()).ofParticipants(ids),
    ),
  };
}
