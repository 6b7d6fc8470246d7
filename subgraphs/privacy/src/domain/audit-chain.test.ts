import { describe, expect, it } from 'vitest';
import { auditHash, canonicalJson, chain, emptyChain, follows } from './audit-chain.ts';

const line = {
  companyId: '01900000-0000-7000-8000-000000000001',
  id: '01900000-0000-7000-8000-000000000002',
  action: 'apiKey.created',
  actor: 'member:1',
  target: null,
  detail: { scopes: ['metrics:read'], days: 90 },
  occurredAt: new Date('2026-03-01T10:00:00.000Z'),
};

describe('the audit chain', () => {
  it('has a hash that anybody can compute again', () => {
    const text =
      '{"action":"apiKey.created","actor":"member:1","companyId":"01900000-0000-7000-8000-000000000001",' +
      '"detail":{"days":90,"scopes":["metrics:read"]},"id":"01900000-0000-7000-8000-000000000002",' +
      `"occurredAt":"2026-03-01T10:00:00.000Z","position":1,"previousHash":"${'0'.repeat(64)}","target":null}`;
    expect(canonicalJson(JSON.parse(text))).toBe(text);
    expect(auditHash({ ...line, position: 1 }, emptyChain.hash)).toBe(
      '0e7023b176883d282d913b36e377078c520be61e142eb959af899bf5d64bd5c2',
    );
  });

  it('goes on from its end, each line with the hash of the one before', () => {
    const lines = chain(emptyChain, [line, line, line]);
    expect(lines.map(({ position }) => position)).toEqual([1, 2, 3]);
    expect(lines.map(({ previousHash }) => previousHash)).toEqual([emptyChain.hash, lines[0]?.hash, lines[1]?.hash]);
    expect(new Set(lines.map(({ hash }) => hash)).size).toBe(3);
    const [first, second] = lines;
    expect(first && second && follows(emptyChain, first) && follows(first, second)).toBe(true);
  });

  it('shows a change of any part of a line', () => {
    const [written] = chain(emptyChain, [line]);
    if (!written) throw new Error('one line in, one line out');
    const changes = [
      { companyId: '01900000-0000-7000-8000-000000000009' },
      { id: '01900000-0000-7000-8000-000000000009' },
      { position: 2 },
      { action: 'apiKey.revoked' },
      { actor: 'member:2' },
      { target: 'x' },
      { detail: {} },
      { occurredAt: new Date('2026-03-01T10:00:00.001Z') },
      { previousHash: 'f'.repeat(64) },
      { hash: 'f'.repeat(64) },
    ];
    for (const change of changes)
      expect(follows(emptyChain, { ...written, ...change }), JSON.stringify(change)).toBe(false);
  });

  it('does not depend on the order in which keys come back from the database', () => {
    expect(canonicalJson({ b: [{ d: 1, c: 'ü"' }], a: null })).toBe(canonicalJson({ a: null, b: [{ c: 'ü"', d: 1 }] }));
  });
});
