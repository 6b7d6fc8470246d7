import { createHash } from 'node:crypto';
import { describe, expect, it, test } from 'vitest';
import { hashOfDocument, readBadge } from './badge-document.ts';
import type { JsonObject } from './data-integrity.ts';
import { documentUrl, type Fetched } from './issuer-key.ts';
import { loadKnownContext } from './known-contexts.ts';
import {
  issuerDocument,
  makeIssuer,
  signed,
  statusEntry,
  statusList,
  type TestIssuer,
  unsignedBadge,
} from './signed-badge.builder.ts';
import { subjectClues } from './subject-clues.ts';
import { type CredentialCheck, verifyBadge } from './verify-badge.ts';

const now = new Date('2026-06-01T12:00:00Z');
const listUrl = 'https://fjord.example/status/3';

/** Who asks for an address that is not here finds nobody; what was asked for is noted. */
function world(documents: Record<string, JsonObject> = {}) {
  const asked: string[] = [];
  const fetchJson = async (url: string): Promise<Fetched> => {
    asked.push(url);
    const json = documents[url];
    return json ? { ok: true, json } : { ok: false, problem: 'UNREACHABLE' };
  };
  return { asked, fetchJson };
}

async function verified(document: JsonObject, trusted: readonly string[], { fetchJson } = world()) {
  const read = readBadge(document);
  if (!read.ok) throw new Error(read.detail);
  const isTrusted = (issuer: string) => trusted.includes(issuer);
  return verifyBadge(read.badge, { fetchJson, loadContext: loadKnownContext, isTrusted, now });
}

const outcomeOf = (checks: readonly CredentialCheck[], name: string) =>
  checks.find(({ check }) => check === name)?.outcome;

describe.each(['eddsa-rdfc-2022', 'eddsa-jcs-2022'] as const)('a badge signed with %s', (suite) => {
  const issuer = makeIssuer();
  const badge = (more: JsonObject = {}) => signed(unsignedBadge(issuer, more), issuer, suite);

  it('counts', async () => {
    const { reason, checks } = await verified(await badge(), [issuer.id]);
    expect(reason).toBeNull();
    expect(checks.map(({ check, outcome }) => `${check} ${outcome}`)).toEqual([
      'SHAPE PASSED',
      'KEY PASSED',
      'PROOF PASSED',
      'TRUST PASSED',
      'VALIDITY PASSED',
      'STATUS SKIPPED',
    ]);
  });

  it.each<[string, (document: JsonObject) => JsonObject]>([
    ['the achievement', (d) => ({ ...d, name: 'Norwegian C2' })],
    ['the subject', (d) => ({ ...d, credentialSubject: { ...(d.credentialSubject as JsonObject), identifier: [] } })],
    ['the expiry', (d) => ({ ...d, validUntil: '2099-01-01T00:00:00Z' })],
    ['the date', (d) => ({ ...d, validFrom: '2025-01-15T09:00:00Z' })],
    [
      'the time of the proof',
      (d) => ({ ...d, proof: { ...(d.proof as JsonObject), created: '2025-01-01T00:00:00Z' } }),
    ],
  ])('does not count when %s was changed', async (_, change) => {
    expect((await verified(change(await badge()), [issuer.id])).reason).toBe('PROOF_INVALID');
  });

  it('does not count when another signed it in the name of the issuer', async () => {
    const other = makeIssuer();
    const forged = await signed(unsignedBadge(issuer), other, suite);
    expect((await verified(forged, [issuer.id])).reason).toBe('KEY_NOT_OF_ISSUER');
    const proof = forged.proof as JsonObject;
    const claiming = { ...forged, proof: { ...proof, verificationMethod: issuer.verificationMethod } };
    expect((await verified(claiming, [issuer.id])).reason).toBe('PROOF_INVALID');
  });

  it('does not count when the proof was made for another purpose', async () => {
    const login = await signed(unsignedBadge(issuer), issuer, suite, { proofPurpose: 'authentication' });
    expect((await verified(login, [issuer.id])).reason).toBe('PROOF_INVALID');
  });

  it('does not count before it is valid, nor after', async () => {
    expect((await verified(await badge({ validFrom: '2026-06-01T12:00:01Z' }), [issuer.id])).reason).toBe(
      'NOT_YET_VALID',
    );
    expect((await verified(await badge({ validUntil: '2026-06-01T12:00:00Z' }), [issuer.id])).reason).toBe('EXPIRED');
    expect((await verified(await badge({ validUntil: '2026-06-01T12:00:01Z' }), [issuer.id])).reason).toBeNull();
  });

  it('does not count when nobody here trusts the issuer, whatever else holds', async () => {
    const { reason, checks } = await verified(await badge(), []);
    expect([reason, outcomeOf(checks, 'PROOF')]).toEqual(['UNTRUSTED_ISSUER', 'PASSED']);
  });

  it('does not count while its bit in the status list is set', async () => {
    const document = await badge(statusEntry(listUrl, 9));
    const at = async (...set: number[]) =>
      verified(document, [issuer.id], world({ [listUrl]: await statusList(issuer, listUrl, set) }));
    expect((await at(9)).reason).toBe('REVOKED');
    expect((await at(8, 10)).reason).toBeNull();
  });

  it('counts when the status list cannot be had, and says that it could not', async () => {
    const { reason, checks } = await verified(await badge(statusEntry(listUrl, 9)), [issuer.id]);
    expect([reason, outcomeOf(checks, 'STATUS')]).toEqual([null, 'UNREACHABLE']);
  });
});

describe('a status list', () => {
  const issuer = makeIssuer();
  const document = signed(unsignedBadge(issuer, statusEntry(listUrl, 9)), issuer);
  const answer = async (list: JsonObject) => {
    const { reason, checks } = await verified(await document, [issuer.id], world({ [listUrl]: list }));
    return [reason, outcomeOf(checks, 'STATUS')];
  };

  it('of somebody else takes nothing back', async () => {
    const other = makeIssuer();
    expect(await answer(await statusList(other, listUrl, [9]))).toEqual([null, 'UNREACHABLE']);
  });

  it('that was changed on its way takes nothing back', async () => {
    const list = await statusList(issuer, listUrl, [9]);
    const { encodedList } = (await statusList(issuer, listUrl, [1])).credentialSubject as { encodedList: string };
    const changed = { ...list, credentialSubject: { ...(list.credentialSubject as JsonObject), encodedList } };
    expect(await answer(changed)).toEqual([null, 'UNREACHABLE']);
  });

  it('for suspensions suspends', async () => {
    const suspended = await signed(unsignedBadge(issuer, statusEntry(listUrl, 9, 'suspension')), issuer);
    const list = await statusList(issuer, listUrl, [9], 'suspension');
    expect((await verified(suspended, [issuer.id], world({ [listUrl]: list }))).reason).toBe('SUSPENDED');
    expect(await answer(list)).toEqual([null, 'UNREACHABLE']);
  });

  it('of 1EdTech revokes by id', async () => {
    const url = 'https://fjord.example/revocations';
    const badge = await signed(
      unsignedBadge(issuer, { credentialStatus: { id: url, type: '1EdTechRevocationList' } }),
      issuer,
      'eddsa-jcs-2022',
    );
    const list = (ids: unknown[], by = issuer.id) => ({ id: url, issuer: by, revokedCredential: ids });
    const reason = async (json: JsonObject) => (await verified(badge, [issuer.id], world({ [url]: json }))).reason;
    expect(await reason(list([{ id: badge.id, revocationReason: 'by mistake' }]))).toBe('REVOKED');
    expect(await reason(list([badge.id]))).toBe('REVOKED');
    expect(await reason(list(['urn:uuid:other']))).toBeNull();
    expect(await reason(list([badge.id], 'did:key:other'))).toBeNull();
  });
});

describe('an issuer whom did:web or a profile names', () => {
  const byWeb: [string, TestIssuer, string] = [
    'did:web',
    makeIssuer('did:web:fjord.example'),
    'https://fjord.example/.well-known/did.json',
  ];
  const byProfile: [string, TestIssuer, string] = [
    'https',
    makeIssuer('https://fjord.example/issuers/1'),
    'https://fjord.example/issuers/1',
  ];

  it.each([byWeb, byProfile])('by %s gives the key', async (_, issuer, url) => {
    const badge = await signed(unsignedBadge(issuer), issuer);
    const there = world({ [url]: issuerDocument(issuer) });
    expect((await verified(badge, [issuer.id], there)).reason).toBeNull();
    expect(there.asked).toEqual([url]);
    expect((await verified(badge, [issuer.id])).reason).toBe('ISSUER_UNREACHABLE');
  });

  it.each([byWeb, byProfile])('by %s is not asked while nobody trusts them', async (_, issuer) => {
    const nobody = world();
    const { reason, checks } = await verified(await signed(unsignedBadge(issuer), issuer), [], nobody);
    expect([reason, outcomeOf(checks, 'PROOF'), nobody.asked]).toEqual(['UNTRUSTED_ISSUER', 'SKIPPED', []]);
  });

  it.each<[string, (issuer: TestIssuer) => JsonObject]>([
    ['is of another', (issuer) => ({ ...issuerDocument(issuer), id: 'did:web:other.example' })],
    ['does not give the key for assertions', (issuer) => ({ ...issuerDocument(issuer), assertionMethod: [] })],
    ['has another key by that name', (issuer) => issuerDocument({ ...issuer, multibase: 'zNothing' })],
    [
      'names another controller',
      (issuer) => ({
        ...issuerDocument(issuer),
        verificationMethod: [
          { id: issuer.verificationMethod, controller: 'did:web:other.example', publicKeyMultibase: issuer.multibase },
        ],
      }),
    ],
  ])('has no say when their document %s', async (_, change) => {
    const [, issuer, url] = byWeb;
    const badge = await signed(unsignedBadge(issuer), issuer);
    expect((await verified(badge, [issuer.id], world({ [url]: change(issuer) }))).reason).toBe('KEY_NOT_OF_ISSUER');
  });

  test('has an address that follows from the name', () => {
    expect(documentUrl('did:web:example.com')).toBe('https://example.com/.well-known/did.json');
    expect(documentUrl('did:web:example.com%3A3000:user:alice')).toBe('https://example.com:3000/user/alice/did.json');
    expect(documentUrl('did:web:example.com/evil')).toBeUndefined();
    expect(documentUrl('did:ion:abc')).toBeUndefined();
  });
});

describe('a document', () => {
  const issuer = makeIssuer();

  it('with a context that is not known here does not count, and nothing is fetched for it', async () => {
    const unsigned = unsignedBadge(issuer, {
      '@context': ['https://www.w3.org/ns/credentials/v2', 'https://evil.example/context'],
    });
    const proof = (await signed(unsignedBadge(issuer), issuer)).proof;
    const nobody = world();
    expect((await verified({ ...unsigned, proof }, [issuer.id], nobody)).reason).toBe('CONTEXT_UNKNOWN');
    expect(nobody.asked).toEqual([]);
  });

  it('that defines its own terms does not count', async () => {
    const inline = unsignedBadge(issuer, {
      '@context': [...(unsignedBadge(issuer)['@context'] as string[]), { level: 'https://example.org/level' }],
    });
    expect((await verified(await signed(inline, issuer), [issuer.id])).reason).toBe('CONTEXT_UNKNOWN');
  });

  it('without a proof, or with one of another kind, does not count', async () => {
    expect((await verified(unsignedBadge(issuer), [issuer.id])).reason).toBe('NO_PROOF');
    const old = { ...unsignedBadge(issuer), proof: { type: 'Ed25519Signature2020', proofValue: 'z1' } };
    expect((await verified(old, [issuer.id])).reason).toBe('PROOF_UNSUPPORTED');
  });

  it('that is no badge says what is missing', () => {
    const { credentialSubject: _, ...without } = unsignedBadge(issuer);
    expect(readBadge(without)).toMatchObject({ ok: false, detail: expect.stringContaining('credentialSubject') });
    expect(readBadge({ ...unsignedBadge(issuer), type: ['VerifiableCredential'] })).toMatchObject({ ok: false });
    expect(readBadge({ ...unsignedBadge(issuer), validFrom: 'yesterday' })).toMatchObject({ ok: false });
  });

  it('has one hash, however it is written down', () => {
    const document = unsignedBadge(issuer);
    const reordered = Object.fromEntries(Object.entries(document).reverse());
    expect(hashOfDocument(reordered)).toBe(hashOfDocument(document));
    expect(hashOfDocument({ ...document, name: 'x' })).not.toBe(hashOfDocument(document));
  });
});

describe('who earned it', () => {
  const clues = (credentialSubject: JsonObject) => {
    const achievement = { id: 'urn:a', name: 'A' };
    const read = readBadge(unsignedBadge(makeIssuer(), { credentialSubject: { achievement, ...credentialSubject } }));
    if (!read.ok) throw new Error(read.detail);
    return subjectClues(read.badge);
  };

  test('is known by address, by hashed address with its salt, or by an id', () => {
    const digest = createHash('sha256').update('olena@example.orgsea').digest('hex');
    expect(
      clues({
        identifier: [{ hashed: true, identityType: 'emailAddress', identityHash: `sha256$${digest}`, salt: 'sea' }],
      }),
    ).toEqual([{ kind: 'EMAIL_SHA256', value: digest, salt: 'sea' }]);
    expect(clues({ id: 'mailto:Olena@Example.org' })).toEqual([{ kind: 'EMAIL', value: 'olena@example.org' }]);
    expect(clues({ id: 'did:example:olena' })).toEqual([{ kind: 'IDENTITY', value: 'did:example:olena', systems: [] }]);
    expect(clues({ identifier: [{ hashed: true, identityType: 'emailAddress', identityHash: 'md5$0' }] })).toEqual([]);
  });
});
