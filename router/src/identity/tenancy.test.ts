import { setTimeout as sleep } from 'node:timers/promises';
import { issueApiKey } from '@teei/runtime/api-key';
import { newId } from '@teei/runtime/id';
import { type MemberViewer, scopesOfRole } from '@teei/runtime/viewer';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Identity } from './create-identity.ts';
import { password, startTemporaryPlatform, type TemporaryPlatform } from './testing/temporary-platform.ts';
import { Visitor } from './testing/visitor.ts';

let platform: TemporaryPlatform;
let identity: Identity;
let acme: string;
let globex: string;
let ada: string;
let adaAtAcme: string;
let adaAtGlobex: string;

beforeAll(async () => {
  platform = await startTemporaryPlatform();
  identity = platform.identity();
  acme = await platform.addCompany('acme');
  globex = await platform.addCompany('globex');
  ada = await identity.ensureUser({ email: 'ada@acme.example', name: 'Ada', password });
  adaAtAcme = await platform.addMember(acme, ada, 'COMPANY_ADMIN');
  adaAtGlobex = await platform.addMember(globex, ada, 'ANALYST');
}, 60_000);
afterAll(() => platform.stop());

async function signedIn(on: Identity = identity, email = 'ada@acme.example'): Promise<Visitor> {
  const visitor = new Visitor(on);
  await visitor.signIn(email, password);
  return visitor;
}

async function auditOf(company: string) {
  const { rows } = await platform.owner.query('SELECT data FROM identity.outbox WHERE company_id = $1 ORDER BY seq', [
    company,
  ]);
  return rows.map((row) => row.data);
}

describe('a person in several companies', () => {
  it('works in the first one joined, or in the one asked for', async () => {
    const visitor = await signedIn();
    expect(await visitor.viewer()).toMatchObject({ companyId: acme, memberId: adaAtAcme, role: 'COMPANY_ADMIN' });
    const viewer = await visitor.viewer({ 'x-company-id': globex });
    expect(viewer).toMatchObject({
      companyId: globex,
      memberId: adaAtGlobex,
      role: 'ANALYST',
      scopes: scopesOfRole.ANALYST,
    });
  });

  it('says the company in connection_init when a socket is opened', async () => {
    const visitor = await signedIn();
    const facts = { headers: { cookie: visitor.cookieHeader() }, ip: '', url: '/graphql' };
    expect(await identity.authenticate.socket({ 'x-company-id': globex }, facts)).toMatchObject({ companyId: globex });
    expect(await identity.authenticate.socket({}, facts)).toMatchObject({ companyId: acme });
    await expect(identity.authenticate.socket({ authorization: 42 }, facts)).rejects.toMatchObject({ status: 401 });
    expect(await identity.authenticate.socket({}, { ...facts, headers: {} })).toEqual({ kind: 'anonymous' });
  });
});

describe('a demo', () => {
  const makeDemo = async (owner: string) => {
    const demo = await platform.addCompany('demo');
    await platform.owner.query('UPDATE profile.company SET demo_of = $2 WHERE id = $1', [demo, owner]);
    return { demo, member: await platform.addMember(demo, owner, 'COMPANY_ADMIN') };
  };

  it('opens at once, lets nothing out, and is never where somebody begins', async () => {
    const dora = await identity.ensureUser({ email: 'dora@acme.example', name: 'Dora', password });
    const { demo } = await makeDemo(dora);
    await expect(signedIn(identity, 'dora@acme.example').then((one) => one.viewer())).rejects.toMatchObject({
      reason: 'NO_MEMBERSHIP',
    });
    const membership = await platform.addMember(acme, dora, 'COMPANY_ADMIN');
    const visitor = await signedIn(identity, 'dora@acme.example');
    expect(await visitor.viewer()).toMatchObject({ companyId: acme, scopes: scopesOfRole.COMPANY_ADMIN });
    const { scopes } = (await visitor.viewer({ 'x-company-id': demo })) as MemberViewer;
    for (const scope of ['members:write', 'keys:write', 'webhooks:write', 'models:write'] as const)
      expect(scopes.has(scope)).toBe(false);
    expect(scopes.has('imports:write')).toBe(true);
    await platform.owner.query('DELETE FROM profile.member WHERE id = $1', [membership]);
    await platform.emitFromProfile(acme, 'profile.member.removed', membership);
    await vi.waitFor(
      () => expect(visitor.viewer({ 'x-company-id': demo })).rejects.toMatchObject({ reason: 'COMPANY_REFUSED' }),
      { timeout: 5_000, interval: 25 },
    );
  });

  it('that was made a moment ago is not refused for what is remembered', async () => {
    const visitor = await signedIn();
    await visitor.viewer();
    const demo = newId();
    // Without an event: nothing tells the router to forget.
    await platform.owner.query('INSERT INTO profile.company (id, name, slug, demo_of) VALUES ($1, $2, $2, $3)', [
      demo,
      `demo-${demo}`,
      ada,
    ]);
    await platform.owner.query(
      `INSERT INTO profile.member (id, company_id, user_id, name, email, role) VALUES ($1, $2, $3, 'N', 'e', 'ANALYST')`,
      [newId(), demo, ada],
    );
    expect(await visitor.viewer({ 'x-company-id': demo })).toMatchObject({ companyId: demo, role: 'ANALYST' });
  });
});

describe('a company that is not theirs', () => {
  it('is refused in the same words as one that does not exist, and audited there', async () => {
    const initech = await platform.addCompany('initech');
    const visitor = await signedIn();
    const refusals = await Promise.all(
      [initech, newId(), 'rubbish', ''].map((id) =>
        visitor.viewer({ 'x-company-id': id }).catch((error: unknown) => error),
      ),
    );
    const words = refusals.map((refusal) => JSON.stringify((refusal as { errors: unknown }).errors));
    expect(new Set(words).size).toBe(1);
    expect(words[0]).toContain('COMPANY_REFUSED');
    await visitor.viewer({ 'x-company-id': initech }).catch(() => undefined);
    const line = {
      action: 'tenant.refused',
      actor: `member:${adaAtAcme}`,
      target: initech,
      detail: { credential: 'session' },
    };
    await vi.waitFor(async () => expect(await auditOf(initech)).toEqual([line]), { timeout: 1_000, interval: 25 });
    expect(await auditOf(acme)).toEqual([]);
  });
});

describe('a role', () => {
  it('that is taken away is gone within a second, in every process', async () => {
    const elsewhere = platform.identity();
    const eve = await identity.ensureUser({ email: 'eve@acme.example', name: 'Eve', password });
    const member = await platform.addMember(acme, eve, 'COMPANY_ADMIN');
    const visitor = await signedIn(identity, 'eve@acme.example');
    const headers = { cookie: visitor.cookieHeader() };
    const seen = await Promise.all(
      [identity, elsewhere].map((one) => one.authenticate.request({ headers, ip: '', url: '' })),
    );
    expect(seen).toMatchObject([{ role: 'COMPANY_ADMIN' }, { role: 'COMPANY_ADMIN' }]);
    await platform.changeRole(acme, member, 'COMPANY_USER', false);
    await sleep(1_000);
    for (const [index, one] of [identity, elsewhere].entries()) {
      expect(await one.authenticate.request({ headers, ip: '', url: '' })).toMatchObject({ role: 'COMPANY_USER' });
      const before = seen[index];
      expect(before && (await one.authenticate.recheck(before))).toMatchObject({
        role: 'COMPANY_USER',
        scopes: scopesOfRole.COMPANY_USER,
      });
    }
  });

  it('is dropped at once where the change was committed, and a removed member has no access any more', async () => {
    const user = await identity.ensureUser({ email: 'bob@acme.example', name: 'Bob', password });
    const member = await platform.addMember(acme, user, 'ANALYST');
    const visitor = await signedIn(identity, 'bob@acme.example');
    const viewer = await visitor.viewer();
    await platform.changeRole(acme, member, 'REVIEWER');
    await vi.waitFor(async () => expect(await visitor.viewer()).toMatchObject({ role: 'REVIEWER' }), {
      timeout: 200,
      interval: 25,
    });
    await platform.owner.query('DELETE FROM profile.member WHERE id = $1', [member]);
    await platform.emitFromProfile(acme, 'profile.member.removed', member);
    await vi.waitFor(async () => expect(await identity.authenticate.recheck(viewer)).toBeNull(), {
      timeout: 200,
      interval: 25,
    });
    await expect(visitor.viewer()).rejects.toMatchObject({ reason: 'NO_MEMBERSHIP' });
  });

  it('is dropped while a long transaction elsewhere holds back the ordered end of the outbox', async () => {
    const user = await identity.ensureUser({ email: 'cy@acme.example', name: 'Cy', password });
    const member = await platform.addMember(acme, user, 'COMPANY_ADMIN');
    const visitor = await signedIn(identity, 'cy@acme.example');
    const long = await platform.owner.connect();
    try {
      await long.query('BEGIN');
      await long.query('SELECT pg_current_xact_id()');
      await visitor.viewer();
      await platform.changeRole(acme, member, 'COMPANY_USER');
      await sleep(500);
      expect(await visitor.viewer()).toMatchObject({ role: 'COMPANY_USER' });
    } finally {
      long.release(true);
    }
  });

  it('is asked from the database once for many requests', async () => {
    const visitor = await signedIn();
    await visitor.viewer();
    const statements = async () => {
      await platform.owner.query('SELECT pg_stat_clear_snapshot()');
      const text = `SELECT seq_scan + idx_scan AS scans FROM pg_stat_user_tables WHERE schemaname = 'profile' AND relname = 'member'`;
      return Number((await platform.owner.query(text)).rows[0].scans);
    };
    await sleep(1_500);
    const before = await statements();
    for (let request = 0; request < 200; request++) await visitor.viewer();
    await sleep(1_500);
    expect((await statements()) - before).toBeLessThanOrEqual(1);
  });
});

describe('an API key', () => {
  async function issue(values: { company?: string; scopes?: string[]; expiresAt?: Date | null } = {}) {
    const { secret, prefix, hash } = issueApiKey();
    const id = newId();
    await platform.owner.query(
      `INSERT INTO profile.api_key (id, company_id, name, prefix, hash, client, scopes, created_by, expires_at)
       VALUES ($1, $2, 'crm', $3, $4, 'partner', $5, 'member:x', $6)`,
      [
        id,
        values.company ?? acme,
        prefix,
        hash,
        values.scopes ?? ['metrics:read', 'keys:write'],
        values.expiresAt ?? null,
      ],
    );
    return { id, secret };
  }
  const ask = (headers: Record<string, string>, on = identity) => on.authenticate.request({ headers, ip: '', url: '' });

  it('opens its company with the scopes that keys may have, in either header', async () => {
    const { id, secret } = await issue();
    const viewer = await ask({ 'x-api-key': secret });
    expect(viewer).toEqual({
      kind: 'apiKey',
      apiKeyId: id,
      companyId: acme,
      client: 'partner',
      scopes: new Set(['metrics:read']),
    });
    expect(await ask({ authorization: `Bearer ${secret}`, 'x-company-id': acme })).toBe(viewer);
    expect(await identity.authenticate.recheck(viewer)).toBe(viewer);
  });

  it('goes before a session, and a bad one is refused even beside a good session', async () => {
    const visitor = await signedIn();
    const { id, secret } = await issue();
    expect(await visitor.viewer({ 'x-api-key': secret })).toMatchObject({ apiKeyId: id });
    await expect(visitor.viewer({ 'x-api-key': 'teei_nonsense' })).rejects.toMatchObject({
      reason: 'API_KEY_INVALID',
      status: 401,
    });
  });

  it('that is malformed, unknown, expired or revoked is refused with what to do', async () => {
    const expired = await issue({ expiresAt: new Date(Date.now() - 1_000) });
    const revoked = await issue();
    await platform.owner.query('UPDATE profile.api_key SET revoked_at = now() WHERE id = $1', [revoked.id]);
    const cases = {
      teei_x: 'API_KEY_INVALID',
      [issueApiKey().secret]: 'API_KEY_INVALID',
      [expired.secret]: 'API_KEY_EXPIRED',
      [revoked.secret]: 'API_KEY_REVOKED',
    };
    for (const [secret, reason] of Object.entries(cases)) {
      const errors = [{ extensions: { code: 'UNAUTHENTICATED', reason, remedy: expect.any(String) } }];
      await expect(ask({ 'x-api-key': secret })).rejects.toMatchObject({ reason, status: 401, errors });
    }
  });

  it('stays valid beside the key that replaces it until its own end', async () => {
    const old = await issue({ expiresAt: new Date(Date.now() + 700) });
    const fresh = await issue();
    await platform.owner.query('UPDATE profile.api_key SET replaced_by = $2 WHERE id = $1', [old.id, fresh.id]);
    expect(await ask({ 'x-api-key': old.secret })).toMatchObject({ apiKeyId: old.id });
    expect(await ask({ 'x-api-key': fresh.secret })).toMatchObject({ apiKeyId: fresh.id });
    await sleep(750);
    await expect(ask({ 'x-api-key': old.secret })).rejects.toMatchObject({ reason: 'API_KEY_EXPIRED' });
  });

  it('that is revoked is refused within a second everywhere', async () => {
    const elsewhere = platform.identity();
    const { id, secret } = await issue();
    const viewer = await ask({ 'x-api-key': secret }, elsewhere);
    await platform.owner.query('UPDATE profile.api_key SET revoked_at = now() WHERE id = $1', [id]);
    await platform.emitFromProfile(acme, 'profile.apiKey.changed', id);
    await sleep(1_000);
    await expect(ask({ 'x-api-key': secret }, elsewhere)).rejects.toMatchObject({ reason: 'API_KEY_REVOKED' });
    expect(await elsewhere.authenticate.recheck(viewer)).toBeNull();
  });

  it('opens no other company, and that is audited', async () => {
    const { id, secret } = await issue();
    await expect(ask({ 'x-api-key': secret, 'x-company-id': globex })).rejects.toMatchObject({
      reason: 'COMPANY_REFUSED',
      status: 403,
    });
    const line = { action: 'tenant.refused', actor: `apiKey:${id}`, target: globex, detail: { credential: 'apiKey' } };
    await vi.waitFor(async () => expect(await auditOf(globex)).toEqual([line]), { timeout: 1_000, interval: 25 });
  });

  it('is noted as used, once a minute', async () => {
    const { id, secret } = await issue();
    const lastUsed = async () =>
      (await platform.owner.query('SELECT last_used_at FROM profile.api_key WHERE id = $1', [id])).rows[0].last_used_at;
    await ask({ 'x-api-key': secret });
    await vi.waitFor(async () => expect(await lastUsed()).toBeInstanceOf(Date), { timeout: 1_000, interval: 25 });
    const first = await lastUsed();
    await ask({ 'x-api-key': secret }, platform.identity());
    await sleep(200);
    expect(await lastUsed()).toEqual(first);
  });
});
