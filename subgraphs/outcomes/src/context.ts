import type { OperationContext } from '@teei/runtime/operation-context';
import { createLoaders, type Loaders } from './loaders/create-loaders.ts';

export interface OutcomesContext extends OperationContext {
  readonly loaders: Loaders;
}

export function outcomesContext(base: OperationContext): OutcomesContext {
  return Object.defineProperties({} as OutcomesContext, {
    ...Object.getOwnPropertyDescriptors(base),
    loaders: { value: createLoaders(base), enumerable: true },
  });
}
