import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import { enrolmentsChanged } from '../events/index.ts';
import { EnrolmentStore, type NewEnrolment } from '../store/enrolment-store.ts';

type Place = Pick<NewEnrolment, 'participantId' | 'programmeId'>;

/** Gives participants their places in programmes and tells of those that are new; resolves to these. */
export async function enrol(
  { outbox }: Pick<SubgraphParts, 'outbox'>,
  tx: TenantTransaction,
  enrolments: readonly NewEnrolment[],
  importId: string | null,
): Promise<readonly Place[]> {
  const added = await new EnrolmentStore(tx).add(enrolments, importId);
  await tellPlaces({ outbox }, tx, added, true);
  return added;
}

/** Tells that places were given or taken away. */
export async function tellPlaces(
  { outbox }: Pick<SubgraphParts, 'outbox'>,
  tx: TenantTransaction,
  places: readonly Place[],
  enrolled: boolean,
): Promise<void> {
  if (places.length === 0) return;
  const enrolments = places.map(({ participantId, programmeId }) => ({ participantId, programmeId, enrolled }));
  await outbox.append(tx, enrolmentsChanged, [{ subject: tx.companyId, data: { enrolments } }]);
}
