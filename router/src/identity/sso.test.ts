import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { freePort } from '../../../stack/src/embedded-postgres.ts';
import type { Identity } from './create-identity.ts';
import { type LocalProvider, startLocalProvider } from './testing/local-provider.ts';
import { password, startTemporaryPlatform, type TemporaryPlatform } from './testing/temporary-platform.ts';
import { Visitor } from './testing/visitor.ts';

/** A change of memberships is noticed within a second. */
const soon = { timeout: 1_000, interval: 25 };
let platform: TemporaryPlatform;
let identity: Identity;
let provider: LocalProvider;
let acme: string;
let globex: string;

beforeAll(async () => {
  platform = await startTemporaryPlatform();
  identity = platform.identity({ ssoTrustLocal: true });
  acme = await platform.addCompany('acme');
  globex = await platform.addCompany('globex');
  provider = await startLocalProvider(await freePort(), ['http://127.0.0.1:4000/api/auth/sso/callback/acme.example']);
  const registered = await identity.registerSso({ companyId: acme, domain: 'acme.example', ...provider });
  expect(registered.redirectUri).toBe('http://127.0.0.1:4000/api/auth/sso/callback/acme.example');
}, 60_000);
afterAll(async () => {
  await provider.stop();
  await platform.stop();
});

/** From the sign-in page through the provider and back; resolves to where the cockpit's page would open. */
async function signInBySso(visitor: Visitor, email: string): Promise<string> {
  const body = { email, callbackURL: '/dashboard', errorCallbackURL: '/sign-in' };
  const response = await visitor.call('/sign-in/sso', body);
  expect(response.status).toBe(200);
  const { url } = (await response.json()) as { url: string };
  const back = new URL(await provider.signIn(url, email));
  const done = await visitor.call(`${back.pathname.slice('/api/auth'.length)}${back.search}`);
  expect(done.status).toBe(302);
  return done.headers.get('location') ?? '';
}

describe("signing in by the company's own provider", () => {
  it('makes the user on first use; a membership opens the company', async () => {
    const visitor = new Visitor(identity);
    expect(await signInBySso(visitor, 'eve@acme.example')).toBe('/dashboard');
    await expect(visitor.viewer()).rejects.toMatchObject({ reason: 'NO_MEMBERSHIP' });
    const { rows } = await platform.owner.query(
      `SELECT id, name FROM identity."user" WHERE email = 'eve@acme.example'`,
    );
    expect(rows).toMatchObject([{ name: 'Person eve@acme.example' }]);
    const member = await platform.addMember(acme, rows[0].id, 'ANALYST');
    expect(await visitor.viewer()).toMatchObject({ kind: 'member', memberId: member, companyId: acme });
    const again = new Visitor(identity);
    await signInBySso(again, 'eve@acme.example');
    expect(await again.viewer()).toMatchObject({ memberId: member });
  });

  it('keeps nothing of what the provider issued', async () => {
    const { rows } = await platform.owner.query(
      `SELECT access_token, refresh_token, id_token FROM identity.account WHERE provider_id = 'acme.example'`,
    );
    expect(rows).toEqual([{ access_token: null, refresh_token: null, id_token: null }]);
  });

  it('is possible although the secret of the client is kept sealed', async () => {
    const { rows } = await platform.owner.query(`SELECT oidc_config FROM identity.sso_provider`);
    expect(rows).toHaveLength(1);
    expect(rows[0].oidc_config).not.toContain(provider.clientSecret);
    expect(JSON.parse(rows[0].oidc_config).clientSecret).toMatch(/^s1\./);
  });

  it('goes on when a secret was kept as it was, or sealed with an earlier key; both are then sealed with the present one', async () => {
    const kept = async () =>
      (await platform.owner.query('SELECT oidc_config FROM identity.sso_provider')).rows[0].oidc_config;
    const before = JSON.parse(await kept());
    const plain = JSON.stringify({ ...before, clientSecret: provider.clientSecret });
    await platform.owner.query('UPDATE identity.sso_provider SET oidc_config = $1', [plain]);
    const earlier = platform.identity({ ssoTrustLocal: true });
    await vi.waitFor(async () => expect(await kept()).not.toContain(provider.clientSecret), soon);
    const secret = 'another-key-for-tests-0123456789abcdef';
    const sealedEarlier = await kept();
    const later = platform.identity({
      ssoTrustLocal: true,
      secret,
      retiredSecrets: ['a-key-for-tests-0123456789abcdefghij'],
    });
    await vi.waitFor(async () => expect(await kept()).not.toBe(sealedEarlier), soon);
    const visitor = new Visitor(later);
    expect(await signInBySso(visitor, 'eve@acme.example')).toBe('/dashboard');
    await platform.owner.query('UPDATE identity.sso_provider SET oidc_config = $1', [sealedEarlier]);
    await signInBySso(new Visitor(earlier), 'eve@acme.example');
  });

  it('is the same person as with a password, but at this company alone', async () => {
    const user = await identity.ensureUser({ email: 'ada@acme.example', name: 'Ada', password });
    const member = await platform.addMember(globex, user, 'COMPANY_ADMIN');
    const visitor = new Visitor(identity);
    await signInBySso(visitor, 'ada@acme.example');
    await expect(visitor.viewer()).rejects.toMatchObject({ reason: 'NO_MEMBERSHIP' });
    await expect(visitor.viewer({ 'x-company-id': globex })).rejects.toMatchObject({ reason: 'COMPANY_REFUSED' });
    const atAcme = await platform.addMember(acme, user, 'COMPANY_USER');
    const atAcmeAlone = { userId: user, memberId: atAcme, companyId: acme };
    await vi.waitFor(async () => expect(await visitor.viewer()).toMatchObject(atAcmeAlone), soon);
    const { token } = (await (await visitor.call('/token')).json()) as { token: string };
    const machine = new Visitor(identity).viewer({ authorization: `Bearer ${token}`, 'x-company-id': globex });
    await expect(machine).rejects.toMatchObject({ reason: 'COMPANY_REFUSED' });
    const byPassword = new Visitor(identity);
    await byPassword.signIn('ada@acme.example', password);
    expect(await byPassword.viewer({ 'x-company-id': globex })).toMatchObject({ memberId: member });
  });

  it('refuses addresses that are not of the domain, so that nobody is made or taken over', async () => {
    const user = await identity.ensureUser({ email: 'boss@globex.example', name: 'Boss', password });
    await platform.addMember(globex, user, 'COMPANY_ADMIN');
    for (const email of ['boss@globex.example', 'new@globex.example', 'x@notacme.example']) {
      const visitor = new Visitor(identity);
      const response = await visitor.call('/sign-in/sso', {
        providerId: 'acme.example',
        callbackURL: '/',
        errorCallbackURL: '/sign-in',
      });
      const { url } = (await response.json()) as { url: string };
      const back = new URL(await provider.signIn(url, email));
      const done = await visitor.call(`${back.pathname.slice('/api/auth'.length)}${back.search}`);
      expect(done.headers.get('location')).toMatch(/^\/sign-in\?error=EMAIL_DOMAIN_REFUSED/);
      expect([...visitor.cookies.keys()].filter((name) => name.includes('session'))).toEqual([]);
    }
    const { rows } = await platform.owner.query(
      `SELECT email FROM identity."user" WHERE email IN ('new@globex.example', 'x@notacme.example')`,
    );
    expect(rows).toEqual([]);
  });

  it('refuses an answer that was meant for another browser', async () => {
    const visitor = new Visitor(identity);
    const response = await visitor.call('/sign-in/sso', {
      email: 'eve@acme.example',
      callbackURL: '/',
      errorCallbackURL: '/sign-in',
    });
    const { url } = (await response.json()) as { url: string };
    const back = new URL(await provider.signIn(url, 'eve@acme.example'));
    const other = new Visitor(identity);
    const done = await other.call(`${back.pathname.slice('/api/auth'.length)}${back.search}`);
    expect(done.headers.get('location')).toContain('error=');
    expect([...other.cookies.keys()].filter((name) => name.includes('session'))).toEqual([]);
  });

  it('sends the browser to no page of a foreign origin', async () => {
    const body = { email: 'eve@acme.example', callbackURL: 'https://evil.example/', errorCallbackURL: '/sign-in' };
    expect((await new Visitor(identity).call('/sign-in/sso', body)).status).toBe(403);
  });
});

describe('registering a provider', () => {
  it("refuses another company's domain and a provider on this machine unless that is wanted", async () => {
    await expect(identity.registerSso({ companyId: globex, domain: 'acme.example', ...provider })).rejects.toThrow(
      /another company/,
    );
    const strict = platform.identity();
    await expect(strict.registerSso({ companyId: globex, domain: 'globex.example', ...provider })).rejects.toThrow(
      /not trusted/,
    );
    await expect(identity.registerSso({ companyId: globex, domain: 'no domain', ...provider })).rejects.toThrow(
      /domain/,
    );
  });

  it('again replaces it', async () => {
    await identity.registerSso({ companyId: acme, domain: 'acme.example', ...provider });
    const { rows } = await platform.owner.query('SELECT provider_id, organization_id FROM identity.sso_provider');
    expect(rows).toEqual([{ provider_id: 'acme.example', organization_id: acme }]);
  });
});
