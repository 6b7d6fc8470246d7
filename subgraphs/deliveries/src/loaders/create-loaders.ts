import { byKey, forEachPage, idOf, listsByKey, rowsById } from '@teei/runtime/by-key';
import type { PageById } from '@teei/runtime/newest-first';
import type { OperationContext } from '@teei/runtime/operation-context';
import type { DeliveryRow } from '../rows.ts';
import { ConnectionStore } from '../store/connection-store.ts';
import { DeliveryStore } from '../store/delivery-store.ts';

export type Loaders = ReturnType<typeof createLoaders>;

/** One read for all the keys that an operation asks for in the same step. */
export function createLoaders(context: OperationContext) {
  const rows = rowsById(context);
  return {
    connection: rows(ConnectionStore),
    delivery: rows(DeliveryStore),
    deliveriesOf: forEachPage((page: PageById) =>
      listsByKey<DeliveryRow>(
        (row) => row.connectionId,
        async (ids) => new DeliveryStore(await context.tx()).pagesOf(ids, page),
      ),
    ),
    deliveryCountOf: byKey(idOf, async (ids) => new DeliveryStore(await context.tx()).countsOf(ids)),
  };
}
