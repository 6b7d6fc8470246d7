import { describe, expect, it } from 'vitest';
import { issueApiKey, readApiKey } from './api-key.ts';

describe('an API key', () => {
  it('has a prefix for people and a hash for the database, and is read back to that hash', () => {
    const { secret, prefix, hash } = issueApiKey();
    expect(secret).toMatch(/^teei_[0-9A-Za-z]{38}$/);
    expect(secret.startsWith(prefix)).toBe(true);
    expect(prefix).toHaveLength(12);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(readApiKey(secret)).toEqual({ ok: true, hash });
  });

  it('keeps its form for ever: partners have keys of it', () => {
    const secret = 'teei_0123456789ABCDEFGHIJKLMNOPQRSTUV1ggZdL';
    expect(readApiKey(secret)).toEqual({
      ok: true,
      hash: 'f2f399a45e4490348076b959831e7ea315fe241b253d4b8027b6e30f73be03d7',
    });
  });

  it('with any one character changed is refused', () => {
    const { secret } = issueApiKey();
    for (let index = 0; index < secret.length; index++) {
      const other = secret[index] === 'x' ? 'y' : 'x';
      expect(readApiKey(secret.slice(0, index) + other + secret.slice(index + 1))).toEqual({ ok: false });
    }
  });

  it.each(['', 'teei_', 'teei_short', ' ', 'teei_'.padEnd(43, '-'), `${'teei_'.padEnd(43, 'a')}\n`])(
    'is not %j',
    (text) => {
      expect(readApiKey(text)).toEqual({ ok: false });
    },
  );

  it('differs from every other', () => {
    const secrets = Array.from({ length: 1_000 }, () => issueApiKey().secret);
    expect(new Set(secrets).size).toBe(1_000);
  });
});
