import { createHash } from 'node:crypto';
import { newId } from '@teei/runtime/id';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller, GraphAnswer } from './caller.ts';
import { until } from './until.ts';
import { type Company, startTestStack, type TestStack } from './with-stack.ts';

// What administrators do, as it is seen from outside.

let platform: TestStack;
let company: Company;
let admin: Caller;
let author: string;

beforeAll(async () => {
  platform = await startTestStack();
  company = await platform.addCompany('Former');
  admin = await platform.administrator(company);
  author = await platform.addMember(company, 'author@former.example', 'ANALYST');
  for (const [title, authorId] of [
    ['Without an author', null],
    ['With an author', author],
  ]) {
    await platform.sql.query(
      `INSERT INTO reports.report (id, company_id, title, status, locale, from_month, to_month, author_id)
        VALUES ($1, $2, $3, 'DRAFT', 'no', '2026-01-01', '2026-03-01', $4)`,
      [newId(), company.id, title, authorId],
    );
  }
});

afterAll(() => platform?.close());

const query = '{ reports { nodes { title author { id name role } } } }';

test('a report without an author, and one of an author who was removed, have none; nothing else is lost', async () => {
  expect(await admin.ask(query)).toMatchObject({
    data: { reports: { nodes: [{ author: { id: author, name: 'author@former.example' } }, { author: null }] } },
  });
  const removed = await admin.get<{ removeMember: object }>(
    'mutation ($memberId: ID!) { removeMember(input: { memberId: $memberId }) { ... on MemberRemoved { memberId } } }',
    { memberId: author },
  );
  expect(removed.removeMember).toEqual({ memberId: author });
  expect(await admin.ask(query)).toEqual({
    data: {
      reports: {
        nodes: [
          { title: 'With an author', author: null },
          { title: 'Without an author', author: null },
        ],
      },
    },
  });
});

describe('sessions of a member', () => {
  const list = 'query ($id: ID!) { member(id: $id) { sessions { id browser system lastSeenAt } } }';
  const endOne = `mutation ($id: ID!) { ended: endMemberSession(id: $id) { __typename ... on Refused { code } } }`;
  const endAll = `mutation ($id: ID!) { ended: endMemberSessions(memberId: $id) { __typename ... on Refused { code } } }`;
  const question = '{ viewer { member { id } } }';
  const reason = async (caller: Caller) => (await caller.ask(question)).errors?.[0]?.extensions.code ?? 'ok';
  const sessionsOf = async (id: string) =>
    (await admin.get<{ member: { sessions: { id: string; browser: string | null }[] } }>(list, { id })).member.sessions;

  test('are listed by browser for those in which the company was opened, and end one by one', async () => {
    const email = 'worker@former.example';
    const worker = await platform.addMember(company, email, 'ANALYST');
    const firefox = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' };
    const [laptop, phone] = [await platform.signIn(email, firefox), await platform.signIn(email)];
    expect([await reason(laptop), await reason(phone)]).toEqual(['ok', 'ok']);
    const both = await until('two sessions', async () => {
      const sessions = await sessionsOf(worker);
      return sessions.length === 2 && sessions;
    });
    const ofLaptop = both.find(({ browser }) => browser === 'Firefox');
    expect(JSON.stringify(both)).not.toMatch(/127\.0\.0\.1|Gecko/);

    expect(await admin.get(endOne, { id: ofLaptop?.id })).toEqual({ ended: { __typename: 'MemberSessionsEnded' } });
    await until('the end of the session', async () => (await reason(laptop)) === 'UNAUTHENTICATED');
    expect(await reason(phone)).toBe('ok');
    expect(await sessionsOf(worker)).toHaveLength(1);
    // Nothing else could be opened with it, so it is over altogether.
    await until('no such session', async () => (await cookieIsGood(laptop)) === false);
  });

  test('end together for one company alone, and whoever signs in again is let in', async () => {
    const email = 'abroad@former.example';
    const elsewhere = await platform.addCompany('Elsewhere');
    const member = await platform.addMember(company, email, 'ANALYST');
    await platform.addMember(elsewhere, email, 'ANALYST');
    const browser = await platform.signIn(email);
    const [here, there] = [company, elsewhere].map(({ id }) => browser.with({ 'x-company-id': id }));
    if (!here || !there) throw new Error('there are two companies');
    expect([await reason(here), await reason(there)]).toEqual(['ok', 'ok']);
    expect(await admin.get(endAll, { id: member })).toEqual({ ended: { __typename: 'MemberSessionsEnded' } });
    await until('the end of all', async () => (await reason(here)) === 'UNAUTHENTICATED');
    expect([await reason(there), await cookieIsGood(browser)]).toEqual(['ok', true]);
    expect(await sessionsOf(member)).toEqual([]);
    expect(await reason((await platform.signIn(email)).with({ 'x-company-id': company.id }))).toBe('ok');
  });

  test("are not ended by who may not, nor by an administrator elsewhere, and one's own are ended elsewhere", async () => {
    const stranger = await platform.administrator(await platform.addCompany('Stranger'));
    const reader = await platform.addMember(company, 'reader@former.example', 'ANALYST');
    const signedIn = await platform.signIn('reader@former.example');
    expect(await reason(signedIn)).toBe('ok');
    const [session] = await until('the session', async () => {
      const sessions = await sessionsOf(reader);
      return sessions.length > 0 && sessions;
    });
    const codeOf = async (caller: Caller, text: string, id: unknown) => {
      const { data, errors } = await caller.ask<{ ended: { code?: string } }>(text, { id });
      return errors?.[0]?.extensions.code ?? data?.ended.code;
    };
    expect(await codeOf(signedIn, endOne, session?.id)).toBe('UNAUTHORIZED_FIELD_OR_TYPE');
    expect(await codeOf(stranger, endOne, session?.id)).toBe('SESSION_NOT_FOUND');
    expect(await codeOf(stranger, endAll, reader)).toBe('MEMBER_NOT_FOUND');
    const me = await admin.get<{ viewer: { member: { id: string } } }>(question);
    expect(await codeOf(admin, endAll, me.viewer.member.id)).toBe('SESSIONS_ARE_YOUR_OWN');
    expect(await reason(signedIn)).toBe('ok');
  });

  async function cookieIsGood({ url, headers }: Caller): Promise<boolean> {
    const response = await fetch(`${url}/api/auth/get-session`, { headers: { cookie: headers.cookie ?? '' } });
    return (await response.json()) !== null;
  }
});

describe('operations that a company registers for its keys', () => {
  const versions = `{ partnerManifests { id version state operationCount changes { kind name } uploadedBy { id }
    operations { name cost problems { code } usage { calls errors lastCalledAt lastApiKey { id } days { day calls } } } }
    unknownOperations { id calls lastApiKey { name } } platformOperations { name problems { code } usage { calls } } }`;
  const upload = `mutation ($manifest: String!) { uploadPartnerManifest(input: { manifest: $manifest }) { __typename
    ... on PartnerManifestUploaded { manifest { id version state changes { kind name before after } } }
    ... on PartnerManifestInvalid { problems { operation line column code remedy } } ... on Refused { code } } }`;
  const activate = `mutation ($id: ID!, $replaces: ID) { activatePartnerManifest(input: { id: $id, replaces: $replaces }) {
    __typename ... on PartnerManifestActivated { manifest { version } } ... on Refused { code } } }`;
  const rollBack = `mutation ($id: ID!) { rollBackPartnerManifest(input: { id: $id }) {
    __typename ... on PartnerManifestActivated { manifest { version } } ... on Refused { code } } }`;
  const hashOf = (body: string) => createHash('sha256').update(body).digest('hex');
  const operation = (name: string, body: string, more = {}) => ({
    id: hashOf(body),
    name,
    type: 'query',
    body,
    ...more,
  });
  const manifest = (...operations: object[]) =>
    JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations });
  const numbers = 'query Numbers { company { name metrics(grain: ALL_TIME) { value } } }';
  const newNumbers = 'query Numbers { company { name } }';
  const evidence = 'query Evidence($first: Int = 5) { evidence(first: $first) { nodes { id } } }';
  const codeOf = async (key: Caller, body: string) => {
    const answer = (await (await key.send({ documentId: `sha256:${hashOf(body)}` })).json()) as GraphAnswer<object>;
    return answer.errors?.[0]?.extensions.code ?? 'ok';
  };

  test('are taken as a whole or not at all; what is wrong is said by operation and place', async () => {
    const admin = await platform.administrator(await platform.addCompany('Wrong'));
    const sent = await admin.get<Uploaded>(upload, {
      manifest: manifest(
        operation('Fine', newNumbers.replace('Numbers', 'Fine')),
        operation('Absent', 'query Absent {\n  company { colour }\n}'),
        operation('Forbidden', 'query Forbidden {\n  members { nodes { email } }\n}'),
        operation('Change', 'mutation Change { revokeApiKey(id: "1") { __typename } }', { type: 'mutation' }),
        operation('Deep', `query Deep ${deep(20)}`),
        operation('Dear', 'query Dear($first: Int = 100000) { evidence(first: $first) { nodes { id } } }'),
        operation('Lying', newNumbers),
      ),
    });
    expect(sent.uploadPartnerManifest.problems).toEqual([
      problem('Absent', 'GRAPHQL_VALIDATION_FAILED', 2, 13),
      problem('Forbidden', 'UNAUTHORIZED_FIELD_OR_TYPE', 2, 3),
      problem('Change', 'UNAUTHORIZED_FIELD_OR_TYPE', 1, 19),
      problem('Deep', 'OPERATION_TOO_DEEP', null, null),
      problem('Dear', 'OPERATION_TOO_COSTLY', null, null),
      problem('Lying', 'OPERATION_NOT_FOUND', null, null),
    ]);
    expect((await admin.get<Versions>(versions)).partnerManifests).toEqual([]);
  });

  test('are called once they are active and no longer once they are not, by that company alone, and every call is counted once', async () => {
    const company = await platform.addCompany('Registering');
    const admin = await platform.administrator(company);
    const key = await platform.addApiKey(company, ['metrics:read', 'evidence:read']);
    const stranger = await platform.addApiKey(await platform.addCompany('Strange'), ['metrics:read', 'evidence:read']);
    const active = async (variables: object, text = activate) =>
      await admin.get<Record<string, { code?: string; manifest?: { version: number } }>>(text, variables);

    const first = await admin.get<Uploaded>(upload, {
      manifest: manifest(operation('Numbers', numbers), operation('Evidence', evidence)),
    });
    const one = first.uploadPartnerManifest.manifest;
    expect(one).toMatchObject({
      version: 1,
      state: 'UPLOADED',
      changes: [
        { kind: 'ADDED', name: 'Evidence' },
        { kind: 'ADDED', name: 'Numbers' },
      ],
    });
    expect(await codeOf(key, numbers)).toBe('PERSISTED_QUERY_NOT_FOUND');
    expect(await active({ id: one?.id, replaces: null })).toMatchObject({
      activatePartnerManifest: { manifest: { version: 1 } },
    });
    await until('the operation', async () => (await codeOf(key, numbers)) === 'ok');
    expect(await codeOf(stranger, numbers)).toBe('PERSISTED_QUERY_NOT_FOUND');
    expect(await codeOf(key, evidence)).toBe('ok');

    const second = await admin.get<Uploaded>(upload, { manifest: manifest(operation('Numbers', newNumbers)) });
    const two = second.uploadPartnerManifest.manifest;
    expect(two?.changes).toEqual([
      { kind: 'REMOVED', name: 'Evidence', before: evidence, after: null },
      { kind: 'CHANGED', name: 'Numbers', before: numbers, after: newNumbers },
    ]);
    expect(await active({ id: two?.id, replaces: null })).toMatchObject({
      activatePartnerManifest: { code: 'MANIFEST_CHANGED_MEANWHILE' },
    });
    await active({ id: two?.id, replaces: one?.id });
    await until('the end of the operation', async () => (await codeOf(key, evidence)) === 'PERSISTED_QUERY_NOT_FOUND');
    expect(await codeOf(key, newNumbers)).toBe('ok');
    expect(await active({ id: two?.id }, rollBack)).toMatchObject({
      rollBackPartnerManifest: { manifest: { version: 1 } },
    });
    await until('the former operation', async () => (await codeOf(key, numbers)) === 'ok');

    await platform.stack.identity.usage.flush();
    const before = await usageOf(admin, 'Evidence');
    const partner = Array.from({ length: 25 }, () => codeOf(key, evidence));
    expect(new Set(await Promise.all(partner))).toEqual(new Set(['ok']));
    await codeOf(key, '{ nobody }');
    // Written as often as one likes, it is counted once.
    for (let time = 0; time < 3; time++) await platform.stack.identity.usage.flush();
    expect(await usageOf(admin, 'Evidence')).toMatchObject({
      calls: (before?.calls ?? 0) + 25,
      errors: before?.errors,
    });
    const { partnerManifests, unknownOperations, platformOperations } = await admin.get<Versions>(versions);
    expect(unknownOperations).toContainEqual({ id: hashOf('{ nobody }'), calls: 1, lastApiKey: { name: 'test' } });
    expect(partnerManifests.map(({ version, state }) => [version, state])).toEqual([
      [2, 'REPLACED'],
      [1, 'ACTIVE'],
    ]);
    expect(platformOperations.map(({ problems, usage }) => [problems.length, usage.calls])).toEqual([
      [0, 0],
      [0, 0],
    ]);
    const { rows } = await platform.sql.query(
      `SELECT data->>'action' AS action FROM profile.outbox WHERE company_id = $1 AND type = 'audit.recorded' ORDER BY seq`,
      [company.id],
    );
    const acts = rows.map(({ action }) => action).filter((action) => action.startsWith('partnerManifest'));
    expect(acts).toEqual(
      ['uploaded', 'activated', 'uploaded', 'activated', 'rolledBack'].map((act) => `partnerManifest.${act}`),
    );
  });

  const deep = (levels: number): string => (levels === 0 ? '{ id }' : `{ company ${deep(levels - 1)} }`);
  const problem = (operation: string, code: string, line: number | null, column: number | null) => ({
    operation,
    code,
    line,
    column,
    remedy: expect.stringMatching(/.{20}/),
  });
  const usageOf = async (admin: Caller, wanted: string) => {
    const { partnerManifests } = await admin.get<Versions>(versions);
    const { operations = [] } = partnerManifests.find(({ state }) => state === 'ACTIVE') ?? {};
    return operations.find(({ name }) => name === wanted)?.usage;
  };
  interface Uploaded {
    readonly uploadPartnerManifest: {
      readonly problems?: readonly object[];
      readonly manifest?: { readonly id: string; readonly changes: readonly object[] };
    };
  }
  interface Operation {
    readonly name: string;
    readonly problems: readonly object[];
    readonly usage: { readonly calls: number; readonly errors: number };
  }
  interface Versions {
    readonly partnerManifests: readonly {
      readonly version: number;
      readonly state: string;
      readonly operations: readonly Operation[];
    }[];
    readonly unknownOperations: readonly object[];
    readonly platformOperations: readonly Operation[];
  }
});
