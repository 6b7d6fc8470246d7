import { byKey, listsByKey } from '@teei/runtime/by-key';
import type { OperationContext } from '@teei/runtime/operation-context';
import { shownPerson } from '@teei/runtime/person-aliases';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { ConsentRow } from '../rows.ts';
import { AuditStore } from '../store/audit-store.ts';
import { ConsentStore } from '../store/consent-store.ts';
import { PrivacyRequestStore } from '../store/privacy-request-store.ts';

export type Loaders = ReturnType<typeof createLoaders>;

/** One read for all the keys that an operation asks for in the same step. */
export function createLoaders(context: OperationContext) {
  const idOf = (row: { readonly id: string }): string => row.id;
  const rowsOf =
    <Row>(open: (tx: TenantTransaction) => { byIds(ids: readonly string[]): Promise<Row[]> }) =>
    async (ids: readonly string[]): Promise<Row[]> =>
      open(await context.tx()).byIds(ids);
  return {
    consent: byKey(
      idOf,
      rowsOf((tx) => new ConsentStore(tx)),
    ),
    privacyRequest: byKey(
      idOf,
      rowsOf((tx) => new PrivacyRequestStore(tx)),
    ),
    auditEntry: byKey(
      idOf,
      rowsOf((tx) => new AuditStore(tx)),
    ),
    shownPerson: shownPerson('privacy', () => context.tx()),
    consentsOf: listsByKey<ConsentRow & { readonly shownId: string }>(
      (row) => row.shownId,
      async (ids) => new ConsentStore(await context.tx()).ofParticipants(ids),
    ),
  };
}
