import type { OperationContext } from '@teei/runtime/operation-context';
import { createLoaders, type Loaders } from './loaders/create-loaders.ts';

export interface DeliveriesContext extends OperationContext {
  readonly loaders: Loaders;
}

export function deliveriesContext(base: OperationContext): DeliveriesContext {
  return Object.defineProperties({} as DeliveriesContext, {
    ...Object.getOwnPropertyDescriptors(base),
    loaders: { value: createLoaders(base), enumerable: true },
  });
}
