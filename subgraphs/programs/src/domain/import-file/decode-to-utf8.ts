import iconv from 'iconv-lite';
import type { Dialect } from './dialect.ts';

/** A file's bytes as UTF-8 without the byte order mark, in pieces of at most 64 KB of the file, so that a piece's rows are no burden. */
export async function* decodeToUtf8(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { encoding, bomBytes }: Pick<Dialect, 'encoding' | 'bomBytes'>,
): AsyncGenerator<Buffer, void, undefined> {
  const decode = encoding === 'utf-8' ? undefined : openDecoder(encoding);
  let mark: number = bomBytes;
  for await (const chunk of source) {
    for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
      const length = Math.min(PIECE_BYTES, chunk.length - at);
      const skipped = Math.min(mark, length);
      mark -= skipped;
      const piece = Buffer.from(chunk.buffer, chunk.byteOffset + at + skipped, length - skipped);
      yield decode === undefined ? piece : decode(piece);
    }
  }
  if (decode !== undefined) yield decode(undefined);
}

const PIECE_BYTES = 64 * 1024;

/** Decodes piece by piece; `undefined` ends the text. */
function openDecoder(encoding: Dialect['encoding']): (piece: Buffer | undefined) => Buffer {
  const decoder = iconv.getDecoder(encoding, { stripBOM: false });
  let half = '';
  return (piece) => {
    const text = half + ((piece === undefined ? decoder.end() : decoder.write(piece)) ?? '');
    // An emoji is two UTF-16 units; cut between two pieces, each half alone would turn into U+FFFD.
    half = piece !== undefined && /[\uD800-\uDBFF]$/.test(text) ? text.slice(-1) : '';
    return Buffer.from(half === '' ? text : text.slice(0, -1));
  };
}
