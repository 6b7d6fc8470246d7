import { randomFillSync } from 'node:crypto';

/**
 * A new id: UUID version 7 (RFC 9562), so that ids made later sort later and pages can be cut by id. Of one process this holds
 * within a millisecond and over a clock that is set back too: what is told first has the lower id.
 */
export function newId(): string {
  const now = Date.now();
  if (now > lastMoment || placeInMoment === lastPlace) startMoment(Math.max(now, lastMoment + 1));
  else placeInMoment++;
  const hex = randomHex();
  const variant = variants[Number.parseInt(hex[0] ?? '0', 16) & 3];
  return `${moment.slice(0, 8)}-${moment.slice(8)}-7${placeInMoment.toString(16).padStart(3, '0')}-${variant}${hex.slice(1, 4)}-${hex.slice(4, 16)}`;
}

/** The twelve bits behind the time count within it (RFC 9562, 6.2, method 1), from a random place in their lower half. */
const lastPlace = 0xfff;
let lastMoment = 0;
let moment = '';
let placeInMoment = lastPlace;

function startMoment(at: number): void {
  lastMoment = at;
  moment = at.toString(16).padStart(12, '0');
  placeInMoment = Number.parseInt(randomHex().slice(0, 3), 16) >> 1;
}

const variants = ['8', '9', 'a', 'b'] as const;

/** Asking the system for randomness costs more than all the rest of an id, so it is asked for 256 ids at a time. */
const randomPool = Buffer.alloc(8 * 256);
let unused = 0;

/** 64 random bits. */
function randomHex(): string {
  if (unused === 0) {
    randomFillSync(randomPool);
    unused = randomPool.length;
  }
  unused -= 8;
  return randomPool.toString('hex', unused, unused + 8);
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
