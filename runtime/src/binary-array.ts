/**
 * One-dimensional arrays in PostgreSQL's binary form (what `array_recv` reads), for statements that carry thousands of rows.
 * As text every element is quoted here and parsed again there, which took a fifth of an import's time. A parameter that is a
 * Buffer is sent as binary; the statement must cast it to the very type, e.g. `${uuidArray(ids)}::uuid[]`.
 * Form: https://www.postgresql.org/docs/18/protocol-overview.html#PROTOCOL-FORMAT-CODES, src/backend/utils/adt/arrayfuncs.c
 */

/** Numbers of the element types in pg_type. */
const types = { text: 25, float8: 701, timestamptz: 1184, uuid: 2950 } as const;

const headerBytes = 20;
const nullLength = -1;
/** An array's lengths and numbers are 32-bit integers, big-endian. */
const integerBytes = 4;
/** UTF-16 code units become at most so many bytes of UTF-8. */
const mostBytesPerUnit = 3;
/** PostgreSQL counts from 2000-01-01T00:00:00Z, in microseconds. */
const epoch = Date.UTC(2000, 0, 1);

/** @param ids as `newId` writes them */
export function uuidArray(ids: readonly (string | null)[]): Buffer {
  return fixedArray(types.uuid, 16, ids, writeUuid);
}

export function floatArray(numbers: readonly (number | null)[]): Buffer {
  return fixedArray(types.float8, 8, numbers, (into, at, number) => into.writeDoubleBE(number, at));
}

/** @param times ISO 8601 with a zone, e.g. `2026-03-01T12:00:00.000Z` */
export function timestampArray(times: readonly (string | null)[]): Buffer {
  return fixedArray(types.timestamptz, 8, times, (into, at, time) => {
    const milliseconds = Date.parse(time) - epoch;
    if (Number.isNaN(milliseconds)) throw new RangeError('not a time');
    into.writeBigInt64BE(BigInt(milliseconds) * 1_000n, at);
  });
}

export function textArray(texts: readonly (string | null)[]): Buffer {
  let most = headerBytes;
  for (const text of texts) most += integerBytes + (text?.length ?? 0) * mostBytesPerUnit;
  const into = Buffer.allocUnsafe(most);
  let at = writeHeader(into, types.text, texts.length, texts.includes(null));
  for (const text of texts) {
    const bytes = text === null ? nullLength : into.write(text, at + integerBytes, 'utf8');
    into.writeInt32BE(bytes, at);
    at += integerBytes + Math.max(bytes, 0);
  }
  return into.subarray(0, at);
}

function fixedArray<Element extends string | number>(
  type: number,
  size: number,
  elements: readonly (Element | null)[],
  write: (into: Buffer, at: number, element: Element) => void,
): Buffer {
  const into = Buffer.allocUnsafe(headerBytes + elements.length * (integerBytes + size));
  let at = writeHeader(into, type, elements.length, elements.includes(null));
  for (const element of elements) {
    into.writeInt32BE(element === null ? nullLength : size, at);
    at += integerBytes;
    if (element === null) continue;
    write(into, at, element);
    at += size;
  }
  return into.subarray(0, at);
}

/** Dimensions, whether there are nulls, type, length, and the number of the first element. An empty array has no dimension. */
function writeHeader(into: Buffer, type: number, length: number, nulls: boolean): number {
  if (length === 0) return [0, 0, type].reduce((at, value) => into.writeInt32BE(value, at), 0);
  return [1, nulls ? 1 : 0, type, length, 1].reduce((at, value) => into.writeInt32BE(value, at), 0);
}

/** Where in an id the two digits of each byte stand, between its dashes. */
const digitPairs = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34];

function writeUuid(into: Buffer, at: number, id: string): void {
  let all = 0;
  let byte = at;
  for (const place of digitPairs) {
    const high = digits[id.charCodeAt(place)] ?? noDigit;
    const low = digits[id.charCodeAt(place + 1)] ?? noDigit;
    all |= high | low;
    into[byte++] = (high << 4) | low;
  }
  if (all > 15 || id.length !== 36) throw new RangeError('not a uuid');
}

const noDigit = 0xff;

/** The value of a hexadecimal digit by its character code. */
const digits = Uint8Array.from({ length: 128 }, (_, code) => {
  const value = Number.parseInt(String.fromCharCode(code), 16);
  return Number.isNaN(value) ? noDigit : value;
});
