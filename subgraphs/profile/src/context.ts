import type { OperationContext } from '@teei/runtime/operation-context';
import type { DefaultRule } from './journey-defaults.ts';
import { createLoaders, type Loaders } from './loaders/create-loaders.ts';

export interface ProfileContext extends OperationContext {
  readonly loaders: Loaders;
  readonly journeyDefaults: readonly DefaultRule[];
  /** Mails can go out from this platform. */
  readonly canMail: boolean;
}

export function profileContext(
  base: OperationContext,
  journeyDefaults: readonly DefaultRule[],
  canMail: boolean,
): ProfileContext {
  return Object.defineProperties({} as ProfileContext, {
    ...Object.getOwnPropertyDescriptors(base),
    loaders: { value: createLoaders(base), enumerable: true },
    journeyDefaults: { value: journeyDefaults, enumerable: true },
    canMail: { value: canMail, enumerable: true },
  });
}
