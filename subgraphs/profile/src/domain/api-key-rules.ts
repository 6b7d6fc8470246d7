import { type Refused, refused } from '@teei/runtime/refusal';
import { isScope, type Scope, scopesOfApiKeys } from '@teei/runtime/viewer';

const hour = 3_600_000;
const day = 24 * hour;
const longestName = 80;

export interface WishedApiKey {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly expiresInDays: number;
}

/** Why this viewer may not make this key; undefined when they may. */
export function refuseNewApiKey(wish: WishedApiKey, own: ReadonlySet<Scope>): Refused | undefined {
  const { length } = wish.name.trim();
  if (length < 1 || length > longestName || /\p{Cc}/u.test(wish.name)) {
    return refused(
      'API_KEY_NAME_INVALID',
      `A key's name has 1 to ${longestName} characters, on one line.`,
      'Choose another name.',
    );
  }
  if (wish.expiresInDays < 1 || wish.expiresInDays > 365) {
    return refused(
      'API_KEY_EXPIRY_INVALID',
      'A key is valid for 1 to 365 days.',
      'Choose a number of days between them.',
    );
  }
  return refuseScopes(wish.scopes, own);
}

/** A key can do no more than keys may, and no more than whoever issues it. */
function refuseScopes(wished: readonly string[], own: ReadonlySet<Scope>): Refused | undefined {
  if (wished.length === 0) {
    return refused(
      'API_KEY_SCOPES_MISSING',
      'A key needs at least one scope.',
      `Choose from ${scopesOfApiKeys.join(', ')}.`,
    );
  }
  if (!wished.every((scope) => isScope(scope) && scopesOfApiKeys.includes(scope))) {
    const remedy = `Choose from ${scopesOfApiKeys.join(', ')}.`;
    return refused('API_KEY_SCOPE_NOT_ALLOWED', 'A scope is asked for that keys cannot have.', remedy);
  }
  const missing = wished.filter((scope) => isScope(scope) && !own.has(scope));
  if (missing.length > 0) {
    const message = `You do not have ${missing.join(', ')} yourself.`;
    return refused('API_KEY_SCOPE_NOT_YOURS', message, 'Leave it out, or ask someone who has it to issue the key.');
  }
  return undefined;
}

export interface RotatedApiKey {
  readonly scopes: readonly string[];
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  readonly replacedBy: string | null;
}

/** Why this key may not be replaced by a new one; undefined when it may. */
export function refuseRotation(
  key: RotatedApiKey,
  overlapHours: number,
  own: ReadonlySet<Scope>,
  now: Date,
): Refused | undefined {
  if (overlapHours < 0 || overlapHours > 720) {
    return refused(
      'API_KEY_OVERLAP_INVALID',
      'The overlap is 0 to 720 hours.',
      'Choose a number of hours between them.',
    );
  }
  if (key.revokedAt !== null) {
    return refused('API_KEY_REVOKED', 'This key was revoked.', 'Create a new key.');
  }
  if (key.replacedBy !== null) {
    return refused('API_KEY_REPLACED', 'This key was replaced already.', 'Rotate the key that replaced it.');
  }
  if (key.expiresAt !== null && key.expiresAt <= now) {
    return refused('API_KEY_EXPIRED', 'This key has expired.', 'Create a new key.');
  }
  return refuseScopes(key.scopes, own);
}

/** When a rotated key ends: after the overlap, but never later than it would have. */
export function endOfOverlap(expiresAt: Date | null, overlapHours: number, now: Date): Date {
  const end = new Date(now.getTime() + overlapHours * hour);
  return expiresAt !== null && expiresAt < end ? expiresAt : end;
}

/** A successor is valid for as many days as the key it replaces was; for 90 when that one had no end. */
export function successorExpiry(key: { readonly createdAt: Date; readonly expiresAt: Date | null }, now: Date): Date {
  const lifetime = key.expiresAt === null ? 90 * day : key.expiresAt.getTime() - key.createdAt.getTime();
  return new Date(now.getTime() + lifetime);
}

export function expiryIn(days: number, now: Date): Date {
  return new Date(now.getTime() + days * day);
}
