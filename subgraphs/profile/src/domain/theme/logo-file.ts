import { crc32 } from 'node:zlib';

/** Bytes, as an image and not as text. A logo comes with every visit, so it has to be small. */
export const largestLogo = 48 * 1024;
/** Pixels. */
const sides = { least: 16, most: 1024 } as const;

export type LogoProblem = 'NOT_AN_IMAGE' | 'TOO_LARGE' | 'WRONG_SIZE';

/**
 * Reads `data:image/png;base64,…` or `data:image/webp;base64,…` to its end. Both are pixels and nothing else: SVG can carry
 * scripts, so the cockpit draws one to pixels before it is sent. What else was packed into the file is left out.
 */
export function readLogo(text: string): { readonly logo: string } | { readonly problem: LogoProblem } {
  const [, type, encoded = ''] = /^data:image\/(png|webp);base64,([A-Za-z0-9+/]+={0,2})$/.exec(text) ?? [];
  if (type === undefined) return { problem: 'NOT_AN_IMAGE' };
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.length > largestLogo) return { problem: 'TOO_LARGE' };
  const image = type === 'png' ? readPng(bytes) : readWebp(bytes);
  if (!image) return { problem: 'NOT_AN_IMAGE' };
  const fits = [image.width, image.height].every((side) => side >= sides.least && side <= sides.most);
  if (!fits) return { problem: 'WRONG_SIZE' };
  return { logo: `data:image/${type};base64,${image.bytes.toString('base64')}` };
}

interface Image {
  readonly width: number;
  readonly height: number;
  readonly bytes: Buffer;
}

const pngSignature = Buffer.from('89504e470d0a1a0a', 'hex');
/** What makes the picture; texts, times and profiles stay out. */
const pngChunks = new Set(['IHDR', 'PLTE', 'tRNS', 'sRGB', 'gAMA', 'IDAT', 'IEND']);

/** PNG (ISO 15948): every chunk with its checksum, the header first, pixels in between, the end last. */
function readPng(bytes: Buffer): Image | undefined {
  if (!bytes.subarray(0, 8).equals(pngSignature)) return undefined;
  const kept: Buffer[] = [pngSignature];
  const names: string[] = [];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length || crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return undefined;
    const name = bytes.toString('latin1', at + 4, at + 8);
    names.push(name);
    if (pngChunks.has(name)) kept.push(bytes.subarray(at, end));
    at = end;
    if (name === 'IEND') break;
  }
  const whole = names[0] === 'IHDR' && names.includes('IDAT') && names.at(-1) === 'IEND' && at === bytes.length;
  return whole
    ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), bytes: Buffer.concat(kept) }
    : undefined;
}

/** WebP (RFC 9649): a RIFF container whose length is the file's, with a picture inside. */
function readWebp(bytes: Buffer): Image | undefined {
  const is = (text: string, at: number): boolean => bytes.toString('latin1', at, at + 4) === text;
  if (bytes.length < 30 || !is('RIFF', 0) || !is('WEBP', 8) || bytes.readUInt32LE(4) + 8 !== bytes.length)
    return undefined;
  if (is('VP8X', 12)) return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1, bytes };
  if (is('VP8L', 12) && bytes[20] === 0x2f) {
    const sizes = bytes.readUInt32LE(21);
    return { width: (sizes & 0x3fff) + 1, height: ((sizes >>> 14) & 0x3fff) + 1, bytes };
  }
  const begins = is('VP8 ', 12) && bytes.readUIntBE(23, 3) === 0x9d012a;
  return begins
    ? { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff, bytes }
    : undefined;
}
