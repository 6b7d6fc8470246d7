import { type Refused, refused } from '@teei/runtime/refusal';
import { type ProviderFailureCode, providerFailureCodes } from '../connectors/provider-failure.ts';

/** Why a provider could not be read, and what to do. */
export function providerFailure(code: string): Refused {
  const known = providerFailureCodes.find((each) => each === code);
  if (!known)
    return refused(code, 'The pull ended early.', 'Run it again: it goes on behind the last page that was stored.');
  const [message, remedy] = words[known];
  return refused(known, message, remedy);
}

const words: Readonly<Record<ProviderFailureCode, readonly [message: string, remedy: string]>> = {
  PROVIDER_UNAUTHORIZED: ['The provider does not accept these credentials.', 'Enter client and secret again.'],
  PROVIDER_UNREACHABLE: ['The provider did not answer, also after several tries.', 'It is tried again by itself.'],
  PROVIDER_RATE_LIMITED: ['The provider asks to be called less often.', 'It is tried again by itself.'],
  PROVIDER_ADDRESS_REFUSED: [
    'The address is not called from here: it is not https, or lies in a private network.',
    'Correct the address, or have the operator allow the host.',
  ],
  PROVIDER_ANSWER: [
    'The provider answered something else than its interface says.',
    'Check the address and the kind of provider.',
  ],
  PROVIDER_SECRET: ['The stored secret does not open any more.', 'Enter it again.'],
};
