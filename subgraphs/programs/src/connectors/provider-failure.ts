export const providerFailureCodes = [
  'PROVIDER_UNAUTHORIZED',
  'PROVIDER_UNREACHABLE',
  'PROVIDER_RATE_LIMITED',
  'PROVIDER_ADDRESS_REFUSED',
  'PROVIDER_ANSWER',
  'PROVIDER_SECRET',
] as const;
export type ProviderFailureCode = (typeof providerFailureCodes)[number];

/** The provider could not be read, also after several tries. */
export class ProviderFailure extends Error {
  readonly code: ProviderFailureCode;

  constructor(code: ProviderFailureCode, cause?: unknown) {
    super(code, { cause });
    this.name = 'ProviderFailure';
    this.code = code;
  }
}
