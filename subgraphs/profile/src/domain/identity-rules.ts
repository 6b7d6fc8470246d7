import { type Refused, refused } from '@teei/runtime/refusal';

/** What ids in other systems are at most; longer ones are no ids. */
const longestExternalId = 254;
const systemForm = /^[a-z][a-z0-9-]{0,39}$/;

/** Why nobody can have this id in another system; undefined when somebody can. */
export function refuseIdentity(system: string, externalId: string): Refused | undefined {
  if (!systemForm.test(system)) {
    return refused(
      'SYSTEM_INVALID',
      'This is no name of a system.',
      'Use lower-case letters, digits and hyphens, such as discord.',
    );
  }
  if (!isExternalId(externalId)) {
    return refused(
      'EXTERNAL_ID_INVALID',
      'An external id has 1 to 254 characters and no space around it.',
      'Send it as the other system writes it.',
    );
  }
  return undefined;
}

export function isExternalId(externalId: string): boolean {
  return (
    externalId.length > 0 &&
    externalId.length <= longestExternalId &&
    externalId === externalId.trim() &&
    !/\p{Cc}/u.test(externalId)
  );
}

export function identityNotFound(): Refused {
  return refused('IDENTITY_NOT_FOUND', 'There is no such identity.', 'Look at the person again.');
}
