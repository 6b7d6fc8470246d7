import { byKey, listsByKey } from '@teei/runtime/by-key';
import type { OperationContext } from '@teei/runtime/operation-context';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { IdentityRow, PersonKind } from '../rows.ts';
import { CompanyStore } from '../store/company-store.ts';
import { IdentityStore } from '../store/identity-store.ts';
import { MemberStore } from '../store/member-store.ts';
import { ParticipantStore } from '../store/participant-store.ts';
import { VolunteerStore } from '../store/volunteer-store.ts';

export type Loaders = ReturnType<typeof createLoaders>;

/** One read for all the keys that an operation asks for in the same step. */
export function createLoaders(context: OperationContext) {
  const idOf = (row: { readonly id: string }): string => row.id;
  const rowsOf =
    <Row>(open: (tx: TenantTransaction) => { byIds(ids: readonly string[]): Promise<Row[]> }) =>
    async (ids: readonly string[]): Promise<Row[]> =>
      open(await context.tx()).byIds(ids);
  const identitiesOf = (kind: PersonKind) =>
    listsByKey<IdentityRow>(
      (row) => row.personId,
      async (ids) => new IdentityStore(await context.tx()).ofPeople(kind, ids),
    );
  return {
    company: byKey(
      idOf,
      rowsOf((tx) => new CompanyStore(tx)),
    ),
    member: byKey(
      idOf,
      rowsOf((tx) => new MemberStore(tx)),
    ),
    participant: byKey(
      idOf,
      rowsOf((tx) => new ParticipantStore(tx)),
    ),
    volunteer: byKey(
      idOf,
      rowsOf((tx) => new VolunteerStore(tx)),
    ),
    identitiesOf: { PARTICIPANT: identitiesOf('PARTICIPANT'), VOLUNTEER: identitiesOf('VOLUNTEER') },
  };
}
