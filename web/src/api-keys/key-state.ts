import type { KeyRowFragment } from '../generated/graphql.ts';

export type KeyState = 'active' | 'replaced' | 'expired' | 'revoked';

/** What a key is worth now. A replaced key still works until its own expiry: that is the overlap of a rotation. */
export function keyState(key: Pick<KeyRowFragment, 'revokedAt' | 'expiresAt' | 'replacedBy'>, now: Date): KeyState {
  if (key.revokedAt !== null) return 'revoked';
  if (key.expiresAt !== null && new Date(key.expiresAt) <= now) return 'expired';
  return key.replacedBy === null ? 'active' : 'replaced';
}
