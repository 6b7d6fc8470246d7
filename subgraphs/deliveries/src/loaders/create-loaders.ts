import { byKey, listsByKey } from '@teei/runtime/by-key';
import type { PageById } from '@teei/runtime/newest-first';
import type { OperationContext } from '@teei/runtime/operation-context';
import type DataLoader from 'dataloader';
import type { DeliveryRow } from '../rows.ts';
import { ConnectionStore } from '../store/connection-store.ts';
import { DeliveryStore } from '../store/delivery-store.ts';

export type Loaders = ReturnType<typeof createLoaders>;

/** One read for all the keys that an operation asks for in the same step. */
export function createLoaders(context: OperationContext) {
  const idOf = (row: { readonly id: string }): string => row.id;
  const pages = new Map<string, DataLoader<string, readonly DeliveryRow[]>>();
  return {
    connection: byKey(idOf, async (ids) => new ConnectionStore(await context.tx()).byIds(ids)),
    delivery: byKey(idOf, async (ids) => new DeliveryStore(await context.tx()).byIds(ids)),
    /** The same page gets the same loader, so that lists asked for with one page size are read together. */
    deliveriesOf: (page: PageById) => {
      const key = JSON.stringify(page);
      const read = async (ids: readonly string[]) => new DeliveryStore(await context.tx()).pagesOf(ids, page);
      const loader = pages.get(key) ?? listsByKey<DeliveryRow>((row) => row.connectionId, read);
      pages.set(key, loader);
      return loader;
    },
    deliveryCountOf: byKey(idOf, async (ids) => new DeliveryStore(await context.tx()).countsOf(ids)),
  };
}
