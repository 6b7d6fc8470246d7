import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Identity } from './create-identity.ts';
import { developmentSecret } from './secret.ts';
import { password, startTemporaryPlatform, type TemporaryPlatform } from './testing/temporary-platform.ts';
import { Visitor } from './testing/visitor.ts';

let platform: TemporaryPlatform;
let identity: Identity;
let company: string;
let member: string;
let user: string;
const email = 'Ada@Acme.example';

beforeAll(async () => {
  platform = await startTemporaryPlatform();
  identity = platform.identity();
  company = await platform.addCompany('acme');
  user = await identity.ensureUser({ email, name: 'Ada', password });
  member = await platform.addMember(company, user, 'COMPANY_ADMIN');
}, 60_000);
afterAll(() => platform.stop());

const refusedAs = (reason: string, code: string) => ({ reason, errors: [{ extensions: { code, reason } }] });

describe('signing in with e-mail and password', () => {
  it('makes the visitor a member with the scopes of the role', async () => {
    const visitor = new Visitor(identity);
    expect((await visitor.signIn(email, password)).status).toBe(200);
    expect(await visitor.viewer()).toMatchObject({
      kind: 'member',
      userId: user,
      memberId: member,
      companyId: company,
      role: 'COMPANY_ADMIN',
    });
    expect(await visitor.viewer()).toBe(await visitor.viewer());
  });

  it('sets a cookie that scripts cannot read, and that only https carries when the platform is on https', async () => {
    const plain = new Visitor(identity);
    await plain.signIn(email, password);
    expect(plain.cookieHeaders[0]).toMatch(
      /^teei\.session_token=[^;]+; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    const secure = new Visitor(platform.identity({ baseUrl: 'https://teei.example' }), {
      origin: 'https://teei.example',
    });
    await secure.signIn(email, password);
    expect(secure.cookieHeaders[0]).toMatch(/^__Secure-teei\.session_token=[^;]+;.*HttpOnly; Secure; SameSite=Lax$/);
    expect(await secure.viewer()).toMatchObject({ kind: 'member' });
  });

  it('answers a wrong password and an unknown address alike', async () => {
    const wrong = await new Visitor(identity).signIn(email, 'not the password');
    const unknown = await new Visitor(identity).signIn('nobody@acme.example', 'not the password');
    expect([wrong.status, await wrong.text()]).toEqual([unknown.status, await unknown.text()]);
    expect(wrong.status).toBe(401);
  });

  it('keeps passwords as argon2id', async () => {
    const { rows } = await platform.owner.query('SELECT password FROM identity.account WHERE user_id = $1', [user]);
    expect(rows[0].password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('refuses pages of foreign origins', async () => {
    const visitor = new Visitor(identity);
    await visitor.signIn(email, password);
    const foreign = new Visitor(identity, { origin: 'https://evil.example' });
    expect((await foreign.signIn(email, password)).status).toBe(403);
    for (const [name, value] of visitor.cookies) foreign.cookies.set(name, value);
    expect((await foreign.call('/sign-out', {})).status).toBe(403);
    expect(await visitor.viewer()).toMatchObject({ kind: 'member' });
  });

  it('serves neither signing up nor the registration of providers', async () => {
    const visitor = new Visitor(identity);
    await visitor.signIn(email, password);
    for (const path of [
      '/sign-up/email',
      '/sso/register',
      '/sso/update-provider',
      '/sso/delete-provider',
      '/link-social',
      '/delete-user',
    ]) {
      expect((await visitor.call(path, {})).status, path).toBe(404);
    }
    for (const path of ['/sso/providers', '/sso/saml2/sp/metadata', '/sso/callback/../register', '/list-accounts']) {
      expect((await visitor.call(path)).status, path).toBe(404);
    }
  });

  it('slows an address down, whatever forwarding headers it sends', async () => {
    const strict = platform.identity({ signInsPerMinute: 3 });
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 5; attempt++) {
      const spoofed = { 'x-forwarded-for': `198.51.100.${attempt}`, 'x-teei-address': `198.51.100.${attempt}` };
      const body = { email: `somebody${attempt}@acme.example`, password };
      statuses.push((await new Visitor(strict).call('/sign-in/email', body, spoofed)).status);
    }
    expect(statuses).toEqual([401, 401, 401, 429, 429]);
    expect((await new Visitor(strict, { address: '203.0.113.8' }).signIn(email, password)).status).toBe(200);
  });

  it('refuses an account after twenty failures from as many addresses', async () => {
    const busy = platform.identity();
    const attempts = Array.from({ length: 20 }, (_, index) =>
      new Visitor(busy, { address: `203.0.113.${index}` }).signIn('bob@acme.example', 'guess number something'),
    );
    expect(new Set((await Promise.all(attempts)).map(({ status }) => status))).toEqual(new Set([401]));
    const refused = await new Visitor(busy, { address: '203.0.113.99' }).signIn('BOB@acme.example', 'one more guess');
    expect([refused.status, await refused.json()]).toMatchObject([429, { code: 'TOO_MANY_ATTEMPTS' }]);
  });
});

describe('sessions', () => {
  it('are listed and can be ended from another one; the ended one is refused at once', async () => {
    const [here, there] = [new Visitor(identity), new Visitor(identity)];
    await here.signIn(email, password);
    await there.signIn(email, password);
    await there.viewer();
    const sessions = (await (await here.call('/list-sessions')).json()) as { token: string }[];
    const other = sessions.find(({ token }) => decodeURIComponent(there.cookieHeader()).includes(token));
    expect((await here.call('/revoke-session', { token: other?.token })).status).toBe(200);
    await expect(there.viewer()).rejects.toMatchObject(refusedAs('SESSION_ENDED', 'UNAUTHENTICATED'));
    expect(await here.viewer()).toMatchObject({ kind: 'member' });
  });

  it('that end in one process are refused in another within a second', async () => {
    const elsewhere = platform.identity();
    const visitor = new Visitor(identity);
    await visitor.signIn(email, password);
    const headers = { cookie: visitor.cookieHeader() };
    const viewer = await elsewhere.authenticate.request({ headers, ip: '', url: '' });
    expect(await elsewhere.authenticate.recheck(viewer)).toBe(viewer);
    await visitor.call('/sign-out', {});
    await sleep(1_000);
    await expect(elsewhere.authenticate.request({ headers, ip: '', url: '' })).rejects.toMatchObject({ status: 401 });
    expect(await elsewhere.authenticate.recheck(viewer)).toBeNull();
  });

  it('past their time are refused', async () => {
    const visitor = new Visitor(identity);
    await visitor.signIn(email, password);
    await visitor.viewer();
    await platform.owner.query(`UPDATE identity.session SET expires_at = now() - interval '1 second'`);
    await sleep(1_000);
    await expect(visitor.viewer()).rejects.toMatchObject(refusedAs('SESSION_ENDED', 'UNAUTHENTICATED'));
  });

  it('with a forged signature are refused, and no cookie at all is anonymous', async () => {
    const visitor = new Visitor(identity);
    await visitor.signIn(email, password);
    const [name = '', value = ''] = [...visitor.cookies][0] ?? [];
    visitor.cookies.set(name, `${value.slice(0, -8)}AAAAA%3D`);
    await expect(visitor.viewer()).rejects.toMatchObject({ reason: 'SESSION_ENDED' });
    expect(await new Visitor(identity).viewer()).toEqual({ kind: 'anonymous' });
  });

  it('of somebody without a membership are refused with a way out', async () => {
    await identity.ensureUser({ email: 'new@acme.example', name: 'New', password });
    const visitor = new Visitor(identity);
    await visitor.signIn('new@acme.example', password);
    await expect(visitor.viewer()).rejects.toMatchObject({ status: 403, ...refusedAs('NO_MEMBERSHIP', 'FORBIDDEN') });
  });
});

describe('tokens for machines', () => {
  const bearer = async (visitor: Visitor) => {
    const { token } = (await (await visitor.call('/token')).json()) as { token: string };
    return token;
  };

  it('are checked here and name the same member', async () => {
    const visitor = new Visitor(identity);
    await visitor.signIn(email, password);
    const token = await bearer(visitor);
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    expect(Object.keys(claims).sort()).toEqual(['aud', 'exp', 'iat', 'iss', 'sid', 'sub']);
    const machine = new Visitor(platform.identity());
    expect(await machine.viewer({ authorization: `Bearer ${token}` })).toMatchObject({
      kind: 'member',
      memberId: member,
    });
    expect((await identity.publicKeys()).keys).toMatchObject([{ kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA' }]);
    expect(JSON.stringify(await identity.publicKeys())).not.toContain('"d"');
  });

  it('end with their session', async () => {
    const visitor = new Visitor(identity);
    await visitor.signIn(email, password);
    const authorization = `Bearer ${await bearer(visitor)}`;
    const machine = new Visitor(identity);
    expect(await machine.viewer({ authorization })).toMatchObject({ kind: 'member' });
    await visitor.call('/sign-out', {});
    await expect(machine.viewer({ authorization })).rejects.toMatchObject(
      refusedAs('TOKEN_INVALID', 'UNAUTHENTICATED'),
    );
  });

  it('that are changed, unsigned or of another issuer are refused', async () => {
    const visitor = new Visitor(identity);
    await visitor.signIn(email, password);
    const token = await bearer(visitor);
    const [head = '', body = '', signature = ''] = token.split('.');
    const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
    const other = platform.identity({ baseUrl: 'http://127.0.0.1:5000' });
    const wrong = [
      `${head}.${body}.${signature.slice(0, -6)}AAAAAA`,
      `${none}.${body}.`,
      'rubbish',
      `${head}..${signature}`,
    ];
    for (const one of wrong) {
      const refusal = new Visitor(identity).viewer({ authorization: `Bearer ${one}` });
      await expect(refusal).rejects.toMatchObject({ reason: 'TOKEN_INVALID' });
    }
    await expect(new Visitor(other).viewer({ authorization: `Bearer ${token}` })).rejects.toMatchObject({
      reason: 'TOKEN_INVALID',
    });
    await expect(visitor.viewer({ authorization: 'Basic YTpi' })).rejects.toMatchObject({
      reason: 'AUTHORIZATION_UNREADABLE',
    });
  });
});

describe('the secret', () => {
  it('must be long, and in production not one that others know', () => {
    expect(() => platform.identity({ secret: 'short' })).toThrow(/at least 32/);
    expect(() => platform.identity({ secret: developmentSecret, production: true })).toThrow(/Production refuses/);
    expect(() => platform.identity({ secret: 'a'.repeat(40), production: true })).toThrow(/Production refuses/);
    expect(() => platform.identity({ production: true, ssoTrustLocal: true })).toThrow(/ssoTrustLocal/);
  });
});
