import type { OperationContext } from '@teei/runtime/operation-context';
import { createLoaders, type Loaders } from './loaders/create-loaders.ts';

export interface PrivacyContext extends OperationContext {
  readonly loaders: Loaders;
}

export function privacyContext(base: OperationContext): PrivacyContext {
  return Object.defineProperties({} as PrivacyContext, {
    ...Object.getOwnPropertyDescriptors(base),
    loaders: { value: createLoaders(base), enumerable: true },
  });
}
