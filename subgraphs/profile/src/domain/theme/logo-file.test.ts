import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { readLogo } from './logo-file.ts';

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function png(width = 20, height = 16, extra: readonly Buffer[] = []): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([8, 0], 8);
  const pixels = deflateSync(Buffer.alloc((width + 1) * height));
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    ...extra,
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A lossless picture of one colour, 20 by 16. */
function webp(): Buffer {
  const data = Buffer.from('2f13c0030007d0fffef7bfff8188fe07', 'hex');
  const head = Buffer.alloc(20);
  head.write('RIFF', 'latin1');
  head.writeUInt32LE(12 + data.length, 4);
  head.write('WEBPVP8L', 8, 'latin1');
  head.writeUInt32LE(data.length, 16);
  return Buffer.concat([head, data]);
}

const asUrl = (bytes: Buffer, type = 'png') => `data:image/${type};base64,${bytes.toString('base64')}`;

describe('a logo', () => {
  it('is a PNG or a WebP, whole', () => {
    expect(readLogo(asUrl(png()))).toEqual({ logo: asUrl(png()) });
    expect(readLogo(asUrl(webp(), 'webp'))).toEqual({ logo: asUrl(webp(), 'webp') });
  });

  it('loses what is no part of the picture', () => {
    const talkative = png(20, 16, [chunk('tEXt', Buffer.from('Author\0Ada Lovelace'))]);
    expect(readLogo(asUrl(talkative))).toEqual({ logo: asUrl(png()) });
  });

  const cut = png().subarray(0, -4);
  const flipped = Buffer.from(png());
  flipped[20] = 1;
  test.each([
    ['an SVG', `data:image/svg+xml;base64,${Buffer.from('<svg onload="alert(1)"/>').toString('base64')}`],
    ['an SVG that is called a PNG', asUrl(Buffer.from('<svg onload="alert(1)"/>'))],
    ['a PNG that is called a WebP', asUrl(png(), 'webp')],
    ['a WebP that is called a PNG', asUrl(webp())],
    ['a PNG cut short', asUrl(cut)],
    ['a PNG with a wrong checksum', asUrl(flipped)],
    ['a PNG with a page behind it', asUrl(Buffer.concat([png(), Buffer.from('<script>alert(1)</script>')]))],
    ['a WebP with a page behind it', asUrl(Buffer.concat([webp(), Buffer.from('<script>')]), 'webp')],
    ['an address', 'https://logo.example/logo.png'],
    ['no base64', 'data:image/png;base64,%3Csvg'],
  ])('is not %s', (_, text) => {
    expect(readLogo(text)).toEqual({ problem: 'NOT_AN_IMAGE' });
  });

  it('is neither heavy, nor tiny, nor a poster', () => {
    const heavy = png(20, 16, [chunk('tEXt', Buffer.alloc(60_000))]);
    expect(readLogo(asUrl(heavy))).toEqual({ problem: 'TOO_LARGE' });
    expect(readLogo(asUrl(png(8, 16)))).toEqual({ problem: 'WRONG_SIZE' });
    expect(readLogo(asUrl(png(20, 2000)))).toEqual({ problem: 'WRONG_SIZE' });
  });
});
