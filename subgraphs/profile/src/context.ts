import type { OperationContext } from '@teei/runtime/operation-context';
import type { PartnerOperations } from '@teei/runtime/partner-operations';
import type { DefaultRule } from './journey-defaults.ts';
import { createLoaders, type Loaders } from './loaders/create-loaders.ts';

export interface ProfileContext extends OperationContext {
  readonly loaders: Loaders;
  readonly journeyDefaults: readonly DefaultRule[];
  /** Mails can go out from this platform. */
  readonly canMail: boolean;
  readonly partnerOperations: PartnerOperations | undefined;
}

export function profileContext(
  base: OperationContext,
  journeyDefaults: readonly DefaultRule[],
  { canMail, partnerOperations }: Pick<ProfileContext, 'canMail' | 'partnerOperations'>,
): ProfileContext {
  return Object.defineProperties({} as ProfileContext, {
    ...Object.getOwnPropertyDescriptors(base),
    loaders: { value: createLoaders(base), enumerable: true },
    journeyDefaults: { value: journeyDefaults, enumerable: true },
    canMail: { value: canMail, enumerable: true },
    partnerOperations: { value: partnerOperations, enumerable: true },
  });
}
