import type { OperationContext } from '@teei/runtime/operation-context';
import { createLoaders, type Loaders } from './loaders/create-loaders.ts';

export interface ProfileContext extends OperationContext {
  readonly loaders: Loaders;
}

export function profileContext(base: OperationContext): ProfileContext {
  return Object.defineProperties({} as ProfileContext, {
    ...Object.getOwnPropertyDescriptors(base),
    loaders: { value: createLoaders(base), enumerable: true },
  });
}
