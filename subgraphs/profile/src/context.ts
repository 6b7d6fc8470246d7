import type { Database } from '@teei/runtime/database';
import type { OperationContext } from '@teei/runtime/operation-context';
import type { PartnerOperations } from '@teei/runtime/partner-operations';
import { inTenant, type TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { MemberViewer } from '@teei/runtime/viewer';
import type { DefaultRule } from './journey-defaults.ts';
import { createLoaders, type Loaders } from './loaders/create-loaders.ts';

export interface ProfileContext extends OperationContext {
  readonly loaders: Loaders;
  readonly journeyDefaults: readonly DefaultRule[];
  /** Mails can go out from this platform. */
  readonly canMail: boolean;
  readonly partnerOperations: PartnerOperations | undefined;
  /** Works in a transaction of another company than the operation's: of the one that is being made for whoever asks. */
  inCompany<T>(viewer: MemberViewer, work: (tx: TenantTransaction) => Promise<T>): Promise<T>;
}

export function profileContext(
  base: OperationContext,
  journeyDefaults: readonly DefaultRule[],
  { canMail, partnerOperations }: Pick<ProfileContext, 'canMail' | 'partnerOperations'>,
  database: Database,
): ProfileContext {
  return Object.defineProperties({} as ProfileContext, {
    ...Object.getOwnPropertyDescriptors(base),
    loaders: { value: createLoaders(base), enumerable: true },
    journeyDefaults: { value: journeyDefaults, enumerable: true },
    canMail: { value: canMail, enumerable: true },
    partnerOperations: { value: partnerOperations, enumerable: true },
    inCompany: { value: inTenant.bind(null, database), enumerable: true },
  });
}
