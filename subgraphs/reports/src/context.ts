import type { OperationContext } from '@teei/runtime/operation-context';
import { createLoaders, type Loaders } from './loaders/create-loaders.ts';

export interface ReportsContext extends OperationContext {
  readonly loaders: Loaders;
}

export function reportsContext(base: OperationContext): ReportsContext {
  return Object.defineProperties({} as ReportsContext, {
    ...Object.getOwnPropertyDescriptors(base),
    loaders: { value: createLoaders(base), enumerable: true },
  });
}
