import { startLocalProvider } from '@teei/router/identity/testing/local-provider';
import { smtpMailer } from '@teei/runtime/mailer';
import { freePort } from '@teei/stack/embedded-postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Caller } from './caller.ts';
import { type Mailbox, openMailbox } from './mailbox.ts';
import { until } from './until.ts';
import { type Company, password, startTestStack, type TestStack } from './with-stack.ts';

/** People are asked by mail to join, and choose a new password by mail, over a real mail server. */
let platform: TestStack;
let mailbox: Mailbox;
let company: Company;
let admin: Caller;

beforeAll(async () => {
  mailbox = await openMailbox();
  platform = await startTestStack({}, { mailer: smtpMailer(mailbox.url, 'TEEI <no-reply@teei.example>') });
  company = await platform.addCompany('Aurora & "Sons" <b>');
  admin = await platform.administrator(company);
}, 120_000);
afterAll(async () => {
  await platform?.close();
  await mailbox?.close();
});

const inviteMutation = /* GraphQL */ `
  mutation ($input: InviteMemberInput!) {
    inviteMember(input: $input) { __typename ... on Refused { code } ... on MemberInvited { invitation { id email state mail } } }
  }
`;
const listQuery = /* GraphQL */ `
  { invitations { nodes { id email role state mail mailFailure invitedBy { id } acceptedAt } } }
`;
const changeOne = (field: string): string => /* GraphQL */ `
  mutation ($id: ID!) { ${field}(id: $id) { __typename ... on Refused { code } } }
`;

interface Invited {
  readonly __typename: string;
  readonly code?: string;
  readonly invitation: { readonly id: string };
}

async function invite(email: string, more: object = {}, as = admin): Promise<Invited> {
  const input = { email, role: 'ANALYST', ...more };
  return (await as.get<{ inviteMember: Invited }>(inviteMutation, { input })).inviteMember;
}

async function listed(email: string, as = admin) {
  const { invitations } = await as.get<{ invitations: { nodes: Record<string, unknown>[] } }>(listQuery);
  return invitations.nodes.find((each) => each.email === email);
}

async function call(path: string, body: object, caller = new Caller(platform.stack.url), headers = {}) {
  const response = await fetch(`${platform.stack.url}/api/auth${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: platform.stack.url, ...caller.headers, ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function audited(): Promise<string[]> {
  const { rows } = await platform.sql.query('SELECT action FROM privacy.audit_entry WHERE company_id = $1', [
    company.id,
  ]);
  return rows.map(({ action }) => action as string);
}

async function signedIn(email: string, secret: string): Promise<Caller> {
  return new Caller(platform.stack.url).signIn(email, secret);
}

const ownRole = '{ viewer { role company { id } } }';

test('somebody new joins by the link in their mail, once', async () => {
  expect(await invite('  New@Aurora.example ')).toMatchObject({
    invitation: { email: 'new@aurora.example', state: 'PENDING', mail: 'WAITING' },
  });
  const { token, text } = await mailbox.mailTo('new@aurora.example');
  expect(text).toContain('Aurora &amp; &quot;Sons&quot; &lt;b&gt;');
  expect(text).toContain(`${platform.stack.url}/accept-invitation#${token}`);
  await until('state of the mail', async () => (await listed('new@aurora.example'))?.mail === 'SENT');

  expect((await call('/invitation/look', { token })).body).toEqual({
    companyName: company.name,
    email: 'new@aurora.example',
    role: 'ANALYST',
    language: 'en',
    expiresAt: expect.any(String),
  });
  const short = await call('/invitation/accept', { token, name: 'Nora New', password: 'short' });
  expect(short).toMatchObject({ status: 400, body: { code: 'PASSWORD_TOO_SHORT' } });
  const accepted = await call('/invitation/accept', { token, name: 'Nora New', password: 'a long new password' });
  expect(accepted).toMatchObject({ status: 200, body: { email: 'new@aurora.example' } });
  const caller = await signedIn('new@aurora.example', 'a long new password');
  expect(await caller.get(ownRole)).toEqual({ viewer: { role: 'ANALYST', company: { id: company.id } } });
  expect(await listed('new@aurora.example')).toMatchObject({ state: 'ACCEPTED', acceptedAt: expect.any(String) });
  for (const path of ['/invitation/look', '/invitation/accept'])
    expect(await call(path, { token, name: 'Again', password })).toMatchObject({
      status: 404,
      body: { code: 'INVITATION_NOT_OPEN' },
    });
  expect(await invite('new@aurora.example')).toMatchObject({ code: 'ALREADY_MEMBER' });
  await until('audit lines', async () => {
    const actions = await audited();
    return ['invitation.created', 'invitation.accepted', 'member.joined'].every((each) => actions.includes(each));
  });
}, 60_000);

test('the token stands in the mail alone: not in the database, in no event and in no job', async () => {
  const { token } = await mailbox.mailTo('new@aurora.example');
  const { rows } = await platform.sql.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
      WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  expect(rows.length).toBeGreaterThan(50);
  for (const { name } of rows) {
    const found = await platform.sql.query(`SELECT FROM ${name} t WHERE strpos(t::text, $1) > 0`, [
      token.split('.')[1],
    ]);
    expect(found.rowCount, name).toBe(0);
  }
});

test('whoever has an account is answered alike when invited, and joins signed in', async () => {
  const other = await platform.addCompany('Borealis');
  await platform.addMember(other, 'known@aurora.example', 'REVIEWER');
  const known = await invite('known@aurora.example');
  const unknown = await invite('unknown@aurora.example');
  const alike = ({ invitation, ...rest }: Invited) => ({ ...rest, ...invitation, id: '', email: '' });
  expect(alike(known)).toEqual(alike(unknown));
  const { token } = await mailbox.mailTo('known@aurora.example');
  expect(await call('/invitation/accept', { token, name: 'Known', password: 'another password' })).toMatchObject({
    status: 409,
    body: { code: 'SIGN_IN_FIRST' },
  });
  expect(await call('/invitation/join', { token })).toMatchObject({ status: 401 });
  expect(await call('/invitation/join', { token }, admin)).toMatchObject({
    status: 403,
    body: { code: 'INVITATION_OF_ANOTHER_ADDRESS' },
  });
  const caller = await signedIn('known@aurora.example', password);
  expect(await call('/invitation/join', { token }, caller)).toMatchObject({ status: 200 });
  const here = caller.with({ 'x-company-id': company.id });
  expect(await here.get(ownRole)).toEqual({ viewer: { role: 'ANALYST', company: { id: company.id } } });
}, 60_000);

test('a mail that is sent again ends the link before; withdrawing ends the last', async () => {
  const { invitation } = await invite('again@aurora.example', { language: 'uk' });
  const first = await mailbox.mailTo('again@aurora.example');
  expect(first.text).toContain('Прийняти запрошення');
  expect(await invite('again@aurora.example')).toMatchObject({ code: 'ALREADY_INVITED' });
  expect(await admin.get(changeOne('resendInvitation'), { id: invitation.id })).toMatchObject({
    resendInvitation: { code: 'INVITATION_SENT_LATELY' },
  });
  await platform.sql.query(
    "UPDATE profile.invitation SET asked_at = now() - interval '2 minutes', expires_at = now() WHERE id = $1",
    [invitation.id],
  );
  expect(await listed('again@aurora.example')).toMatchObject({ state: 'EXPIRED' });
  expect(await call('/invitation/look', { token: first.token })).toMatchObject({ status: 404 });
  expect(await admin.get(changeOne('resendInvitation'), { id: invitation.id })).toMatchObject({
    resendInvitation: { __typename: 'InvitationResent' },
  });
  const second = await mailbox.mailTo('again@aurora.example', 2);
  expect(await call('/invitation/look', { token: first.token })).toMatchObject({ status: 404 });
  expect(await call('/invitation/look', { token: second.token })).toMatchObject({ status: 200 });
  await admin.get(changeOne('withdrawInvitation'), { id: invitation.id });
  expect(await call('/invitation/look', { token: second.token })).toMatchObject({ status: 404 });
  expect(await listed('again@aurora.example')).toMatchObject({ state: 'WITHDRAWN' });
}, 60_000);

test('a token is good in its own company alone', async () => {
  await invite('forged@aurora.example');
  const { token } = await mailbox.mailTo('forged@aurora.example');
  const other = await platform.addCompany('Forged');
  const forged = token.replace(company.id, other.id);
  expect(await call('/invitation/look', { token: forged })).toMatchObject({ status: 404 });
  expect(await call('/invitation/look', { token: 'no token' })).toMatchObject({ status: 404 });
});

test('a server that is busy is asked again; an address that it refuses becomes a dead letter without the address', async () => {
  mailbox.failNext(1);
  await invite('busy@aurora.example');
  await mailbox.mailTo('busy@aurora.example');
  mailbox.refuse('refused@');
  await invite('refused@aurora.example');
  await until('failure in the list', async () => (await listed('refused@aurora.example'))?.mail === 'FAILED', 20);
  expect(await listed('refused@aurora.example')).toMatchObject({ state: 'PENDING', mailFailure: 'MAILBOX_REFUSED' });
  const { rows } = await platform.sql.query('SELECT error, event FROM profile.dead_letter WHERE company_id = $1', [
    company.id,
  ]);
  expect(rows).toHaveLength(1);
  expect(rows[0].error).toContain('550');
  expect(JSON.stringify(rows)).not.toContain('aurora.example');
}, 60_000);

test('only those who may write members invite, nobody gives more than they may, and an hour has its limit', async () => {
  await platform.addMember(company, 'reader@aurora.example', 'COMPANY_USER');
  const reader = await platform.signIn('reader@aurora.example');
  const { errors } = await reader.ask(inviteMutation, { input: { email: 'a@b.example', role: 'ANALYST' } });
  expect(errors?.[0]?.extensions.code).toBe('UNAUTHORIZED_FIELD_OR_TYPE');
  expect(await invite('a@b.example', { role: 'PLATFORM_ADMIN' })).toMatchObject({ code: 'ROLE_NOT_YOURS_TO_GIVE' });
  for (const email of ['no address', 'a@b', 'a@b.example, c@d.example', 'a@b.example\r\nBcc: c@d.example'])
    expect(await invite(email)).toMatchObject({ code: 'ADDRESS_REFUSED' });
  expect(await invite('a@b.example', { language: 'de' })).toMatchObject({ code: 'LANGUAGE_REFUSED' });
  const busy = await platform.addCompany('Busy');
  await platform.sql.query(
    `INSERT INTO profile.invitation (id, company_id, email, role, language, invited_by, expires_at, withdrawn_at)
      SELECT gen_random_uuid(), $1, n || '@busy.example', 'ANALYST', 'en', 'test', now(), now() FROM generate_series(1, 50) n`,
    [busy.id],
  );
  const busyAdmin = await platform.administrator(busy);
  expect(await invite('one@busy.example', {}, busyAdmin)).toMatchObject({ code: 'TOO_MANY_INVITATIONS' });
});

test('a member shows when they last signed in, and a role that is taken away is gone within a second', async () => {
  const id = await platform.addMember(company, 'seen@aurora.example', 'ANALYST');
  const seen = await platform.signIn('seen@aurora.example');
  await seen.get(ownRole);
  const query = '{ members(first: 50) { nodes { id lastSignInAt } } }';
  await until('sign-in', async () => {
    const { members } = await admin.get<{ members: { nodes: { id: string; lastSignInAt: string | null }[] } }>(query);
    return members.nodes.find((member) => member.id === id)?.lastSignInAt;
  });
  await admin.get(
    'mutation ($id: ID!) { changeMemberRole(input: { memberId: $id, role: COMPANY_USER }) { __typename } }',
    { id },
  );
  const changed = Date.now();
  await until('loss of the right', async () => (await seen.ask('{ imports { totalCount } }')).errors, 5);
  expect(Date.now() - changed).toBeLessThan(1_000);
});

test('a new password comes by mail, once, and ends every session; unknown addresses are answered alike', async () => {
  await platform.addMember(company, 'forgot@aurora.example', 'ANALYST');
  const before = await platform.signIn('forgot@aurora.example');
  await before.get(ownRole);
  const norwegian = { 'accept-language': 'nb-NO,nb;q=0.9' };
  const nobody = new Caller(platform.stack.url);
  const known = await call('/request-password-reset', { email: 'forgot@aurora.example' }, nobody, norwegian);
  const unknown = await call('/request-password-reset', { email: 'nobody@aurora.example' }, nobody, norwegian);
  expect(known).toEqual(unknown);
  expect(known.status).toBe(200);
  const { token, text } = await mailbox.mailTo('forgot@aurora.example');
  expect(text).toContain('Velg nytt passord');
  const stored = await platform.sql.query(
    `SELECT (SELECT count(*) FROM identity.verification v WHERE strpos(v::text, $1) > 0)
      + (SELECT count(*) FROM identity.reset_mail m WHERE strpos(m::text, $1) > 0) AS places`,
    [token],
  );
  expect(Number(stored.rows[0].places)).toBe(0);
  const reset = { token, newPassword: 'the new password' };
  expect(await call('/reset-password', reset)).toMatchObject({ status: 200 });
  expect(await call('/reset-password', { ...reset, newPassword: 'yet another one' })).toMatchObject({
    status: 400,
    body: { code: 'INVALID_TOKEN' },
  });
  await until('end of the session', async () => (await before.send({ query: ownRole })).status === 401, 5);
  await expect(signedIn('forgot@aurora.example', password)).rejects.toThrow('could not sign in');
  expect(await (await signedIn('forgot@aurora.example', 'the new password')).get(ownRole)).toMatchObject({
    viewer: {},
  });
  await until('audit lines', async () => {
    const actions = await audited();
    return ['password.resetAsked', 'password.reset'].every((each) => actions.includes(each));
  });
  expect(mailbox.mails.filter(({ to }) => to === 'nobody@aurora.example')).toEqual([]);
}, 60_000);

test('a link for a new password that is an hour old is good no more', async () => {
  await platform.addMember(company, 'late@aurora.example', 'ANALYST');
  // The server is busy at first; the mail waits in its table and goes out later.
  mailbox.failNext(1);
  await call('/request-password-reset', { email: 'late@aurora.example' });
  const { token } = await mailbox.mailTo('late@aurora.example');
  const { rows } = await platform.sql.query(
    `SELECT extract(epoch FROM expires_at - now()) AS seconds FROM identity.verification ORDER BY created_at DESC LIMIT 1`,
  );
  expect(Number(rows[0].seconds)).toBeLessThanOrEqual(3600);
  await platform.sql.query('UPDATE identity.verification SET expires_at = now()');
  expect(await call('/reset-password', { token, newPassword: 'the new password' })).toMatchObject({ status: 400 });
});

test("whoever comes by their company's own sign-in joins that company, and by it no other", async () => {
  const { identity, url } = platform.stack;
  const provider = await startLocalProvider(await freePort(), [`${url}/api/auth/sso/callback/sso.example`]);
  await identity.registerSso({ companyId: company.id, domain: 'sso.example', ...provider });
  await invite('eve@sso.example');
  const start = await fetch(`${url}/api/auth/sign-in/sso`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: 'eve@sso.example', callbackURL: '/accept-invitation' }),
  });
  const back = await provider.signIn(((await start.json()) as { url: string }).url, 'eve@sso.example');
  const done = await fetch(back, { headers: { cookie: cookiesOf(start) }, redirect: 'manual' });
  const eve = new Caller(url, { cookie: cookiesOf(done) });
  const { token } = await mailbox.mailTo('eve@sso.example');
  expect(await call('/invitation/join', { token }, eve)).toMatchObject({ status: 200 });
  expect(await eve.get(ownRole)).toEqual({ viewer: { role: 'ANALYST', company: { id: company.id } } });

  const other = await platform.addCompany('Other');
  await invite('eve@sso.example', {}, await platform.administrator(other));
  const second = await mailbox.mailTo('eve@sso.example', 2);
  expect(await call('/invitation/join', { token: second.token }, eve)).toMatchObject({
    status: 403,
    body: { code: 'SESSION_OF_ANOTHER_COMPANY' },
  });
  await provider.stop();
}, 60_000);

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((header) => header.split(';', 1)[0])
    .join('; ');
}
