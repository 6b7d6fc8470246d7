import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Caller, GraphError } from './caller.ts';
import { importIn, planFile, startImport } from './importing.ts';
import { until } from './until.ts';
import { type Company, startTestStack, type TestStack } from './with-stack.ts';

let platform: TestStack;
let company: Company;
let admin: Caller;

beforeAll(async () => {
  platform = await startTestStack();
  company = await platform.addCompany('Bad input');
  admin = await platform.administrator(company);
}, 120_000);
afterAll(() => platform.close());

const megabyte = 1024 * 1024;
const header = 'session_id,session_type,participant_email,volunteer_email,date,duration_min,rating,feedback_text\n';
const row = 'K-1,language,someone@example.org,,2026-03-01T10:00:00Z,60,5,good\n';

describe('an upload that cannot be an import', () => {
  afterEach(async () => {
    await until('clean uploads folder', async () => (await filesLeft()).length === 0, 10);
    const { rows } = await platform.sql.query('SELECT count(*)::int FROM programs.upload');
    expect(rows[0]?.count).toBe(0);
  });

  test('of 2 GB is refused by its announced length, before its bytes come', async () => {
    const upload = openUpload({ 'content-length': 2 * 1024 * megabyte });
    upload.flushHeaders();
    expect(await refusalOf(upload)).toMatchObject({ status: 413, code: 'UPLOAD_TOO_LARGE' });
    upload.destroy();
  });

  test('without an announced end is cut where it becomes too large', async () => {
    const upload = openUpload({});
    const answered = refusalOf(upload);
    let isAnswered = false;
    void answered.finally(() => {
      isAnswered = true;
    });
    const piece = Buffer.from(row.repeat(Math.ceil(megabyte / row.length)));
    upload.write(header);
    let sent = 0;
    for (; !isAnswered && sent < 2_000 * megabyte; sent += piece.length) {
      if (!upload.write(piece)) await Promise.race([answered, drained(upload)]);
    }
    expect(await answered).toMatchObject({ status: 413, code: 'UPLOAD_TOO_LARGE' });
    expect(sent).toBeLessThan(600 * megabyte);
    upload.destroy();
  }, 120_000);

  const wide = Array.from({ length: 400 }, (_, index) => `column_${index}`).join(',');
  test.each([
    ['is binary', randomBytes(100_000), 'IMPORT_BINARY_FILE'],
    ['is a spreadsheet', Buffer.concat([Buffer.from('PK\x03\x04'), randomBytes(5_000)]), 'IMPORT_SPREADSHEET_FILE'],
    [
      'holds NUL bytes',
      Buffer.from(`${header}K-1,language,some\0one@example.org,,2026-03-01,60,,\n`),
      'IMPORT_BINARY_FILE',
    ],
    ['has 400 columns', Buffer.from(`${wide}\n${wide}\n`), 'IMPORT_TOO_MANY_COLUMNS'],
    ['is empty', Buffer.alloc(0), 'IMPORT_EMPTY_FILE'],
    ['has an open quotation mark in its header', Buffer.from('session_id,"session_type\n1,2\n'), 'IMPORT_BAD_HEADER'],
  ])('because it %s gets 422 with the reason', async (_, body, code) => {
    const response = await admin.upload(new Uint8Array(body));
    expect(response.status).toBe(422);
    const { error } = (await response.json()) as { error: { code: string; remedy: string } };
    expect(error).toMatchObject({ code, remedy: expect.stringMatching(/.{20}/) });
  });

  test('breaks off in the middle', async () => {
    const upload = openUpload({});
    upload.on('error', () => undefined);
    upload.write(header + row.repeat(5_000));
    await until('file on its way', async () => (await filesLeft()).length === 1, 10);
    upload.destroy();
  });

  test('comes from somebody who may not import', async () => {
    await platform.addMember(company, `user@${company.id}.example`, 'COMPANY_USER');
    const user = await platform.signIn(`user@${company.id}.example`);
    expect((await user.upload(header + row)).status).toBe(403);
    expect((await user.with({ cookie: '' }).upload(header + row)).status).toBe(401);
  });

  test('comes as a form, which any page could make a browser send', async () => {
    const response = await admin.upload(header + row, { 'content-type': 'text/plain' });
    expect(response.status).toBe(415);
  });
});

test('NUL bytes far below the header reject their rows and no others', async () => {
  const rows = Array.from(
    { length: 20_000 },
    (_, n) => `K-${n},language,someone@example.org,,2026-03-01T10:00:00Z,60,5,`,
  );
  const lines = rows.map((line, n) => (n === 15_000 ? `${line}be\0fore` : `${line}fine`));
  lines.push('NUL-\0ID,language,someone@example.org,,2026-03-01T10:00:00Z,60,5,fine');
  lines.push('NUL-MAIL,language,some\0one@example.org,,2026-03-01T10:00:00Z,60,5,fine');
  const other = await platform.addCompany('NUL');
  const caller = await platform.administrator(other);
  const { id } = await planFile(caller, header + lines.map((line) => `${line}\n`).join(''));
  await startImport(caller, id);
  const done = await importIn(caller, id, 'COMPLETED');
  expect(done.account).toEqual(done.plan);
  expect(done.account.created).toBeGreaterThanOrEqual(20_000 - 1);
  expect(done.account.read).toBe(20_002);
}, 120_000);

describe('a graph request', () => {
  test.each([
    ['in the text', { query: '{ metrics(grain: FORTNIGHT) { id } }' }, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'in a variable',
      { query: 'query ($grain: MetricGrain) { metrics(grain: $grain) { id } }', variables: { grain: 'FORTNIGHT' } },
      'VARIABLES_INVALID',
    ],
    ['as an id', { query: '{ session(id: { a: 1 }) { id } }' }, 'GRAPHQL_VALIDATION_FAILED'],
  ])('with a value that there is not, %s, is refused with a code', async (_, body, code) => {
    const [error] = await errorsOf(await admin.send(body));
    expect(error?.extensions).toMatchObject({ code, remedy: expect.stringMatching(/.{10}/) });
  });

  test.each(['session(id: "no id")', 'session(id: "\\u0000")', 'session(id: "")', 'import(id: "1 OR 1=1")'])(
    'for %s finds nothing and breaks nothing',
    async (field) => {
      const { data, errors } = await admin.ask<Record<string, unknown>>(`{ found: ${field} { id } }`);
      expect([data, errors]).toEqual([{ found: null }, undefined]);
    },
  );

  test.each([
    ['a cursor that is none', '{ sessions(after: "rubbish") { totalCount } }', 'CURSOR_INVALID'],
    [
      'a cursor of another kind of value',
      `{ sessions(after: "${cursorOf(['\0', '\0'])}") { totalCount } }`,
      'CURSOR_INVALID',
    ],
    ['a page of a million', '{ sessions(first: 1000000) { totalCount } }', /TOO/],
    ['a page of none', '{ sessions(first: 0) { totalCount } }', 'PAGE_TOO_LARGE'],
    ['a date that is none', '{ sessions(filter: { from: "yesterday" }) { totalCount } }', /INVALID|FAILED|INPUT/],
    ['a programme that is no id', '{ sessions(filter: { programmeId: "x" }) { totalCount } }', undefined],
    [
      'a name with a NUL byte',
      'mutation { createApiKey(input: { name: "\\u0000", scopes: [] }) { __typename } }',
      undefined,
    ],
  ])('with %s gets an answer with a code, and never an internal error', async (_, query, code) => {
    const { errors } = await admin.ask(query);
    expect(errors?.map(({ extensions }) => extensions.code) ?? []).not.toContain('INTERNAL_SERVER_ERROR');
    if (code) expect(errors?.[0]?.extensions.code).toMatch(code);
  });

  test('of 60 MB is refused by its announced length', async () => {
    const large = open('/graphql', { 'content-length': 60 * megabyte, 'content-type': 'application/json' });
    large.flushHeaders();
    const response = await responseTo(large);
    const [error] = JSON.parse(await text(response)).errors as GraphError[];
    expect(response.statusCode).toBe(413);
    expect(error?.extensions).toMatchObject({ code: 'BODY_TOO_LARGE', remedy: expect.stringMatching(/.{10}/) });
    large.destroy();
  });
});

describe('an API key', () => {
  test.each([
    ['has expired', async () => platform.addApiKey(company, ['metrics:read'], new Date(Date.now() - 1_000))],
    ['was mistyped', async () => admin.with({ cookie: '', 'x-api-key': 'teei_mistyped' })],
    ['has a wrong checksum', async () => admin.with({ cookie: '', authorization: `Bearer teei_${'A'.repeat(38)}` })],
    ['is of another shape', async () => admin.with({ cookie: '', 'x-api-key': "' OR 1=1 --" })],
  ])('that %s gets 401 and what to do', async (_, keyed) => {
    const caller = await keyed();
    const response = await caller.send({ documentId: `sha256:${'0'.repeat(64)}` });
    const [error] = await errorsOf(response);
    expect(response.status).toBe(401);
    expect(error?.extensions).toMatchObject({ code: 'UNAUTHENTICATED', remedy: expect.stringMatching(/.{10}/) });
    expect((await caller.upload(header + row)).status).toBe(401);
  });
});

function open(path: string, headers: Record<string, string | number>): ClientRequest {
  const { hostname, port } = new URL(platform.stack.url);
  return request({ method: 'POST', hostname, port, path, headers: { ...admin.headers, ...headers } });
}

function openUpload(headers: Record<string, string | number>): ClientRequest {
  return open('/uploads', { 'content-type': 'text/csv', ...headers });
}

function responseTo(sent: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    sent.once('response', resolve);
    // A server that has answered may cut what is still being sent; the answer is there all the same.
    sent.on('error', reject);
  });
}

async function refusalOf(upload: ClientRequest) {
  const response = await responseTo(upload);
  const { error } = JSON.parse(await text(response)) as { error: { code: string; message: string; remedy: string } };
  expect(error.remedy.length).toBeGreaterThan(20);
  return { status: response.statusCode, code: error.code };
}

function drained(upload: ClientRequest): Promise<unknown> {
  return new Promise((resolve) => upload.once('drain', resolve));
}

async function errorsOf(response: Response): Promise<readonly GraphError[]> {
  return ((await response.json()) as { errors: GraphError[] }).errors;
}

async function filesLeft(): Promise<string[]> {
  const folder = join(platform.dataFolder, 'uploads', company.id);
  return existsSync(folder) ? readdir(folder) : [];
}

function cursorOf(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}
