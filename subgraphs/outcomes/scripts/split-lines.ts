import { StringDecoder } from 'node:string_decoder';

/**
 * Lines of a stream of bytes, numbered from 1, without their line ends. A line beyond the limit is not kept in memory: it
 * comes as null. Bytes that are no UTF-8 come as the replacement character.
 */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<NumberedLine> {
  const decoder = new StringDecoder('utf8');
  let [number, parts, length] = [1, [] as string[], 0];
  for await (const chunk of chunks) {
    const pieces = decoder.write(Buffer.from(chunk)).split('\n');
    for (const [at, piece] of pieces.entries()) {
      if (at > 0) {
        yield { number, line: length > limit ? null : withoutReturn(parts.join('')) };
        [number, parts, length] = [number + 1, [], 0];
      }
      length += piece.length;
      if (length <= limit) parts.push(piece);
      else parts = [];
    }
  }
  const last = parts.join('') + decoder.end();
  if (length > limit) yield { number, line: null };
  else if (last !== '') yield { number, line: withoutReturn(last) };
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

export interface NumberedLine {
  readonly number: number;
  readonly line: string | null;
}
