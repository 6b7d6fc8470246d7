import { createHash } from 'node:crypto';

/** 128 bits of SHA-256 over values in a fixed order, hexadecimal. */
export function recordHash(values: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 32);
}

/**
 * The source id of a row that has none of its own: what tells it from the other rows of its kind, hashed, so that an address
 * is not spread into ids. A correction of these very values is a new record, since nothing says which one it corrects.
 */
export function naturalKey(...values: readonly (string | number | null)[]): string {
  return `~${recordHash(values)}`;
}
