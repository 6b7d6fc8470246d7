import type { Dialect } from './dialect.ts';
import type { ImportRefusalCode } from './import-refusal.ts';

export type DetectedEncoding =
  | ({ readonly ok: true } & Pick<Dialect, 'encoding' | 'bomBytes'>)
  | { readonly ok: false; readonly code: ImportRefusalCode };

/**
 * Tells the encoding from a file's first bytes: a byte order mark decides; valid UTF-8 is UTF-8; what is left is one of
 * the two Windows code pages that spreadsheet programs in Norway (1252) and Ukraine (1251) save by default.
 */
export function detectEncoding(head: Uint8Array): DetectedEncoding {
  if (SPREADSHEET_MAGIC.some((magic) => startsWith(head, magic))) return { ok: false, code: 'IMPORT_SPREADSHEET_FILE' };
  if (startsWith(head, [0xff, 0xfe])) return { ok: true, encoding: 'utf-16le', bomBytes: 2 };
  if (startsWith(head, [0xfe, 0xff])) return { ok: true, encoding: 'utf-16be', bomBytes: 2 };
  // No text encoding but UTF-16 holds NUL bytes, and UTF-16 without a mark cannot be told from binary safely.
  if (head.includes(0)) return { ok: false, code: 'IMPORT_BINARY_FILE' };
  const bomBytes = startsWith(head, [0xef, 0xbb, 0xbf]) ? 3 : 0;
  if (isUtf8(head)) return { ok: true, encoding: 'utf-8', bomBytes };
  return { ok: true, encoding: isMostlyCyrillic(head) ? 'windows-1251' : 'windows-1252', bomBytes: 0 };
}

/** zip (also xlsx, ods), old xls, pdf, gzip. */
const SPREADSHEET_MAGIC = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x25, 0x50, 0x44, 0x46],
  [0x1f, 0x8b],
] as const;

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return bytes.length >= prefix.length && prefix.every((byte, at) => bytes[at] === byte);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    // `stream` forgives a character cut in two by the end of the head.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Cyrillic words are runs of high bytes; æ, ø and å stand alone between ASCII letters. */
function isMostlyCyrillic(bytes: Uint8Array): boolean {
  let high = 0;
  let paired = 0;
  for (let at = 0; at < bytes.length; at++) {
    if ((bytes[at] ?? 0) < 0xa0) continue;
    high++;
    if ((bytes[at + 1] ?? 0) >= 0xa0) paired++;
  }
  return paired * 2 > high;
}
