import { randomFillSync } from 'node:crypto';

/** A new id: UUID version 7 (RFC 9562), so that ids made later sort later and pages can be cut by id. */
export function newId(now: number = Date.now()): string {
  const hex = now.toString(16).padStart(12, '0') + randomHex();
  const variant = variants[Number.parseInt(hex[16] ?? '0', 16) & 3];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const variants = ['8', '9', 'a', 'b'] as const;

/** Asking the system for randomness costs more than all the rest of an id, so it is asked for 256 ids at a time. */
const randomPool = Buffer.alloc(10 * 256);
let unused = 0;

/** 80 random bits. */
function randomHex(): string {
  if (unused === 0) {
    randomFillSync(randomPool);
    unused = randomPool.length;
  }
  unused -= 10;
  return randomPool.toString('hex', unused, unused + 10);
}

/** An id whose last 32 bits are free, so that the ids of up to 2^32 things that are kept together need not be kept. */
export function newPackId(): string {
  return `${newId().slice(0, 28)}00000000`;
}

/** The id of the n-th thing (from 0) that is kept under a pack's id. */
export function idInPack(packId: string, n: number): string {
  return packId.slice(0, 28) + n.toString(16).padStart(8, '0');
}

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text that came from outside can be an id at all; what cannot is answered like an unknown one. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && pattern.test(value);
}
