import { describe, expect, it } from 'vitest';
import { createSealer, SealBroken, type SecretPlace } from './sealed-secret.ts';

const secret = 'a secret of the platform, long enough';
const place: SecretPlace = { companyId: 'aurora', table: 'programs.provider_connection', id: 'one' };

describe('a sealed secret', () => {
  it('opens where it was sealed and shows nothing of itself', () => {
    const sealer = createSealer(secret);
    const sealed = sealer.seal('pass wörd і ключ', place);
    expect(sealer.open(sealed, place)).toBe('pass wörd і ключ');
    expect(sealed).toMatch(/^s1\.[0-9a-f]{12}\.[\w-]{16}\.[\w-]+$/);
    expect(Buffer.from(sealed, 'base64url').toString()).not.toContain('pass');
  });

  it('is another text every time', () => {
    const sealer = createSealer(secret);
    expect(sealer.seal('same', place)).not.toBe(sealer.seal('same', place));
  });

  it.each([
    ['company', { companyId: 'fjord' }],
    ['table', { table: 'programs.webhook_endpoint' }],
    ['row', { id: 'two' }],
  ])('does not open for another %s', (_, other) => {
    const sealer = createSealer(secret);
    const sealed = sealer.seal('pass', place);
    expect(() => sealer.open(sealed, { ...place, ...other })).toThrow(SealBroken);
  });

  it('does not open when any character of it was changed', () => {
    const sealer = createSealer(secret);
    const sealed = sealer.seal('pass', place);
    for (let index = 0; index < sealed.length - 1; index++) {
      const other = sealed[index] === 'A' ? 'B' : 'A';
      const changed = sealed.slice(0, index) + other + sealed.slice(index + 1);
      expect(() => sealer.open(changed, place), changed).toThrow(SealBroken);
    }
  });

  it('opens after the secret was replaced, while the old one is named, and is known to be old', () => {
    const sealed = createSealer(secret).seal('pass', place);
    const next = createSealer('the next secret of the platform, also long', [secret]);
    expect(next.open(sealed, place)).toBe('pass');
    expect(next.isCurrent(sealed)).toBe(false);
    expect(next.isCurrent(next.seal('pass', place))).toBe(true);
    expect(() => createSealer('the next secret of the platform, also long').open(sealed, place)).toThrow(
      /TEEI_SECRET_RETIRED/,
    );
  });

  it('is not made with a short secret', () => {
    expect(() => createSealer('short')).toThrow(/32/);
  });
});
