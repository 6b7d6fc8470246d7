import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newId } from '@teei/runtime/id';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JsonObject } from '../../subgraphs/programs/src/domain/credential/data-integrity.ts';
import {
  issuerDocument,
  makeIssuer,
  signed,
  statusEntry,
  statusList,
  type TestIssuer,
  unsignedBadge,
} from '../../subgraphs/programs/src/domain/credential/signed-badge.builder.ts';
import type { Caller } from './caller.ts';
import { until } from './until.ts';
import { type Company, startTestStack, type TestStack } from './with-stack.ts';

// Credentials and statements on the whole platform: handed in, verified by the workers, shown by the graph.
let platform: TestStack;
let company: Company;
let admin: Caller;
let olena: string;
const issuer = makeIssuer();

/** What issuers and status lists say, on this machine. */
const web = new Map<string, JsonObject>();
let server: Server;
let origin: string;

beforeAll(async () => {
  platform = await startTestStack();
  company = await platform.addCompany('Aurora');
  admin = await platform.administrator(company);
  olena = await addParticipant(company, 'olena@example.org');
  server = createServer((request, response) => {
    const document = web.get(request.url ?? '');
    response.writeHead(document ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(document ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}, 120_000);
afterAll(async () => {
  server.close();
  await platform.close();
});

describe('a badge', () => {
  test('counts when all holds, and is shown with its participant', async () => {
    await trust(issuer);
    const badge = await signed(unsignedBadge(issuer), issuer);
    const id = await submit(badge);
    expect(await settled(id)).toMatchObject({
      status: 'VERIFIED',
      reason: null,
      issuer: issuer.id,
      issuerName: 'Fjord Academy',
      achievement: 'Norwegian B1',
      issuedAt: '2026-01-15T09:00:00.000Z',
      participant: { id: olena },
    });
    const { participant } = await admin.get<{ participant: { credentials: { nodes: { id: string }[] } } }>(
      'query ($id: ID!) { participant(id: $id) { credentials { totalCount nodes { id status } } } }',
      { id: olena },
    );
    expect(participant.credentials).toMatchObject({ totalCount: 1, nodes: [{ id, status: 'VERIFIED' }] });
    expect(await eventsOf('upskilling.credential.issued', id)).toBe(1);
  });

  test('handed in again, in another order of its names, is the same credential', async () => {
    const badge = await signed(unsignedBadge(issuer, { id: 'urn:uuid:again' }), issuer);
    const id = await submit(badge);
    const reordered = Object.fromEntries(Object.entries(badge).reverse());
    expect(await submit(reordered)).toBe(id);
    expect((await settled(id)).status).toBe('VERIFIED');
    await submit(badge);
    expect(await eventsOf('upskilling.credential.issued', id)).toBe(1);
  });

  test('comes over HTTP as well, and a broken one is refused there', async () => {
    const badge = await signed(unsignedBadge(issuer, { id: 'urn:uuid:http' }), issuer, 'eddsa-jcs-2022');
    const first = await post('/uploads/credentials', JSON.stringify(badge));
    expect(first.status).toBe(202);
    const { credentialId } = (await first.json()) as { credentialId: string };
    expect((await post('/uploads/credentials', JSON.stringify(badge, null, 2))).status).toBe(200);
    expect((await settled(credentialId)).status).toBe('VERIFIED');
    expect((await post('/uploads/credentials', 'no json')).status).toBe(422);
    expect((await post('/uploads/credentials', 'x'.repeat(300_000))).status).toBe(413);
    expect((await post('/uploads/credentials', '{}', 'text/plain')).status).toBe(415);
    const stranger = await fetch(`${platform.stack.url}/uploads/credentials`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(stranger.status).toBe(401);
  });

  test.each([
    ['PROOF_INVALID', async () => ({ ...(await signed(unsignedBadge(issuer, { id: 'urn:1' }), issuer)), name: 'C2' })],
    ['EXPIRED', () => signed(unsignedBadge(issuer, { id: 'urn:2', validUntil: '2026-02-01T00:00:00Z' }), issuer)],
    ['NO_PROOF', async () => unsignedBadge(issuer, { id: 'urn:3' })],
    ['MALFORMED', async () => ({ hello: 'world' })],
    ['SUBJECT_UNKNOWN', () => signed(unsignedBadge(issuer, about('nobody@example.org')), issuer)],
  ])('that does not hold is kept as %s', async (reason, make) => {
    const id = await submit(await make());
    expect(await settled(id)).toMatchObject({ status: 'REJECTED', reason });
    expect(await eventsOf('upskilling.credential.issued', id)).toBe(0);
  });

  test('is matched by the hash of an address and its salt', async () => {
    const maria = await addParticipant(company, 'maria@example.org');
    const digest = createHash('sha256').update('maria@example.orgsea-salt').digest('hex');
    const identifier = {
      type: 'IdentityObject',
      hashed: true,
      identityHash: `sha256$${digest}`,
      identityType: 'emailAddress',
      salt: 'sea-salt',
    };
    const badge = unsignedBadge(issuer, { ...about('x'), id: 'urn:uuid:hashed' });
    const credentialSubject = { ...(badge.credentialSubject as JsonObject), identifier: [identifier] };
    const id = await submit(await signed({ ...badge, credentialSubject }, issuer));
    expect(await settled(id)).toMatchObject({ status: 'VERIFIED', participant: { id: maria } });
  });

  test('counts from the moment its issuer is trusted until they are not any more', async () => {
    const other = makeIssuer();
    const id = await submit(await signed(unsignedBadge(other, { id: 'urn:uuid:trust' }), other));
    expect(await settled(id)).toMatchObject({ status: 'REJECTED', reason: 'UNTRUSTED_ISSUER' });
    const trusted = await trust(other);
    await until('trust', async () => (await read(id)).status === 'VERIFIED');
    await admin.get('mutation ($id: ID!) { distrustIssuer(id: $id) { __typename } }', { id: trusted });
    await until('distrust', async () => (await read(id)).reason === 'UNTRUSTED_ISSUER');
    expect(await eventsOf('upskilling.credential.issued', id)).toBe(1);
    expect(await eventsOf('upskilling.credential.withdrawn', id)).toBe(1);
  });

  test('gives way to a later one of the same id', async () => {
    const first = await submit(await signed(unsignedBadge(issuer, { id: 'urn:uuid:reissued' }), issuer));
    expect((await settled(first)).status).toBe('VERIFIED');
    const later = { id: 'urn:uuid:reissued', validFrom: '2026-02-01T00:00:00Z' };
    const second = await submit(await signed(unsignedBadge(issuer, later), issuer));
    expect((await settled(second)).status).toBe('VERIFIED');
    expect((await read(first)).status).toBe('SUPERSEDED');
  });

  test('does not count while the list of its issuer says so, and counts when there is no list to be had', async () => {
    const profile = makeIssuer(`${origin}/issuer`);
    web.set('/issuer', issuerDocument(profile));
    web.set('/status', await statusList(profile, `${origin}/status`, []));
    await trust(profile);
    const id = await submit(
      await signed(unsignedBadge(profile, { id: 'urn:uuid:list', ...statusEntry(`${origin}/status`, 9) }), profile),
    );
    expect(await settled(id)).toMatchObject({ status: 'VERIFIED' });
    web.set('/status2', await statusList(profile, `${origin}/status2`, [9]));
    const badge = await signed(
      unsignedBadge(profile, { id: 'urn:uuid:list2', ...statusEntry(`${origin}/status2`, 9) }),
      profile,
    );
    expect(await settled(await submit(badge))).toMatchObject({ status: 'REJECTED', reason: 'REVOKED' });
    const gone = await signed(
      unsignedBadge(profile, { id: 'urn:uuid:list3', ...statusEntry(`${origin}/gone`, 9) }),
      profile,
    );
    const unreachable = await settled(await submit(gone));
    expect(unreachable.status).toBe('VERIFIED');
    expect(unreachable.checks).toContainEqual({ check: 'STATUS', outcome: 'UNREACHABLE', detail: 'HTTP 404' });
  });

  test('is looked at again by itself: past its end it does not count any more', async () => {
    // Long enough for a busy machine to verify it before its end.
    const validUntil = `${new Date(Date.now() + 20_000).toISOString().slice(0, 19)}Z`;
    const id = await submit(await signed(unsignedBadge(issuer, { id: 'urn:uuid:short', validUntil }), issuer));
    expect((await settled(id)).status).toBe('VERIFIED');
    await until('expiry', async () => (await read(id)).reason === 'EXPIRED', 60);
    expect(await eventsOf('upskilling.credential.withdrawn', id)).toBe(1);
  });

  test('is planned to be looked at again within a day', async () => {
    const { rows } = await platform.sql.query(
      `SELECT count(*)::int AS planned FROM programs.credential_watch WHERE company_id = $1 AND due_at <= now() + interval '1 day'`,
      [company.id],
    );
    expect(rows).toEqual([{ planned: 1 }]);
  });
});

describe('statements', () => {
  const statement = (verb: string, more: JsonObject = {}) => ({
    id: newId(),
    actor: { mbox: 'mailto:olena@example.org' },
    verb: { id: `http://adlnet.gov/expapi/verbs/${verb}` },
    object: { id: 'https://lms.example/courses/7', definition: { name: { en: 'Customer service' } } },
    timestamp: '2026-03-02T09:00:00Z',
    ...more,
  });

  test('become a completion, once, and none when they are voided', async () => {
    const completed = statement('completed', { result: { score: { scaled: 0.9 } } });
    const all = [completed, statement('launched'), { nonsense: true }];
    expect(await send(all)).toEqual({ read: 3, created: 1, updated: 0, unchanged: 1, rejected: 1 });
    expect(await send([completed])).toEqual({ read: 1, created: 0, updated: 0, unchanged: 1, rejected: 0 });
    expect(await completions()).toEqual([
      { courseName: 'Customer service', finalScore: 90, participant: { id: olena } },
    ]);
    const voiding = statement('voided', { object: { objectType: 'StatementRef', id: completed.id } });
    expect(await send([voiding])).toMatchObject({ updated: 1 });
    expect(await completions()).toEqual([]);
    expect(await send([completed])).toMatchObject({ created: 0, unchanged: 1 });
    expect(await completions()).toEqual([]);
  });

  test('that are voided before they come count nothing', async () => {
    const late = statement('passed');
    await send([statement('voided', { object: { objectType: 'StatementRef', id: late.id } })]);
    await send([late]);
    expect(await completions()).toEqual([]);
  });

  test('of somebody unknown are kept and count nothing', async () => {
    const of = (email: string) => ({ actor: { mbox: `mailto:${email}` } });
    expect(await send([statement('completed', of('nobody@example.org'))])).toMatchObject({ created: 1 });
    expect(await completions()).toEqual([]);
    const anna = await addParticipant(company, 'anna@example.org');
    const sha1 = createHash('sha1').update('mailto:anna@example.org').digest('hex');
    await send([statement('passed', { actor: { mbox_sha1sum: sha1 } })]);
    expect(await completions()).toMatchObject([{ participant: { id: anna } }]);
  });

  test('come over HTTP as well', async () => {
    const response = await post('/uploads/statements', JSON.stringify(statement('completed')));
    expect([response.status, await response.json()]).toMatchObject([200, { account: { created: 1 } }]);
    expect((await post('/uploads/statements', '7')).status).toBe(422);
  });
});

interface Shown {
  readonly status: string;
  readonly reason: string | null;
  readonly checks: readonly { readonly check: string; readonly outcome: string; readonly detail: string | null }[];
}

async function read(id: string): Promise<Shown> {
  const { credential } = await admin.get<{ credential: Shown }>(
    `query ($id: ID!) { credential(id: $id) { status reason issuer issuerName achievement issuedAt participant { id }
      checks { check outcome detail } } }`,
    { id },
  );
  return credential;
}

function settled(id: string): Promise<Shown> {
  return until('verification', async () => {
    const shown = await read(id);
    return shown.status === 'PENDING' ? undefined : shown;
  });
}

async function submit(document: JsonObject): Promise<string> {
  const { submitCredential } = await admin.get<{ submitCredential: { credential: { id: string } } }>(
    'mutation ($input: SubmitCredentialInput!) { submitCredential(input: $input) { ... on CredentialChanged { credential { id } } } }',
    { input: { document: JSON.stringify(document) } },
  );
  return submitCredential.credential.id;
}

async function trust({ id }: TestIssuer): Promise<string> {
  const { trustIssuer } = await admin.get<{ trustIssuer: { issuer: { id: string } } }>(
    'mutation ($input: TrustIssuerInput!) { trustIssuer(input: $input) { ... on TrustedIssuerAdded { issuer { id } } ... on Refused { code } } }',
    { input: { issuer: id, name: 'Fjord Academy' } },
  );
  return trustIssuer.issuer.id;
}

async function send(statements: unknown): Promise<object> {
  const { submitStatements } = await admin.get<{ submitStatements: { account: object } }>(
    `mutation ($input: SubmitStatementsInput!) { submitStatements(input: $input) {
      ... on StatementsRead { account { read created updated unchanged rejected } } } }`,
    { input: { statements: JSON.stringify(statements) } },
  );
  return { ...submitStatements.account };
}

async function completions(): Promise<unknown[]> {
  const { courseCompletions } = await admin.get<{ courseCompletions: { nodes: unknown[] } }>(
    '{ courseCompletions { nodes { courseName finalScore participant { id } } } }',
  );
  return courseCompletions.nodes;
}

function post(path: string, body: string, type = 'application/json'): Promise<Response> {
  return fetch(`${platform.stack.url}${path}`, {
    method: 'POST',
    headers: { ...admin.headers, 'content-type': type, origin: platform.stack.url },
    body,
  });
}

async function eventsOf(type: string, subject: string): Promise<number> {
  const { rows } = await platform.sql.query(
    'SELECT count(*)::int AS count FROM programs.outbox WHERE type = $1 AND subject = $2',
    [type, subject],
  );
  return rows[0].count;
}

async function addParticipant({ id: companyId }: Company, email: string): Promise<string> {
  const id = newId();
  await platform.sql.query('INSERT INTO profile.participant (id, company_id, email) VALUES ($1, $2, $3)', [
    id,
    companyId,
    email,
  ]);
  return id;
}

function about(email: string): JsonObject {
  const { credentialSubject } = unsignedBadge(issuer);
  const identifier = [{ type: 'IdentityObject', hashed: false, identityHash: email, identityType: 'emailAddress' }];
  return { credentialSubject: { ...(credentialSubject as JsonObject), identifier } };
}
