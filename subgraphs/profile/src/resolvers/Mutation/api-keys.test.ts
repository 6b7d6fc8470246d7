import { readApiKey } from '@teei/runtime/api-key';
import { newId } from '@teei/runtime/id';
import type { MemberViewer, Scope } from '@teei/runtime/viewer';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ProfileScene, startProfileScene } from '../../testing/profile-scene.ts';

const answer =
  '__typename ... on Refused { code remedy } ... on ApiKeyIssued { secret apiKey { id name prefix scopes expiresAt revokedAt replacedBy } }';
const createKey = `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { ${answer} } }`;
const rotateKey = `mutation ($input: RotateApiKeyInput!) { rotateApiKey(input: $input) { ${answer} } }`;
const revokeKey =
  'mutation ($id: ID!) { revokeApiKey(id: $id) { __typename ... on Refused { code } ... on ApiKeyRevoked { apiKey { id revokedAt } } } }';

let scene: ProfileScene;
let companyId: string;
let admin: MemberViewer;

beforeAll(async () => {
  scene = await startProfileScene();
});

beforeEach(async () => {
  companyId = await scene.platform.addCompany('Acme');
  admin = await scene.addMember(companyId, 'COMPANY_ADMIN');
});

afterAll(() => scene.close());

const wish = { name: 'Goodera sync', scopes: ['metrics:read', 'programmes:read'], expiresInDays: 30 };

async function create(input: object = wish, viewer = admin) {
  const { data, errors } = await scene.ask(viewer, createKey, { input });
  expect(errors).toBeUndefined();
  return data.createApiKey;
}

const rotate = async (input: object, viewer = admin) =>
  (await scene.ask(viewer, rotateKey, { input })).data.rotateApiKey;
const revoke = async (id: string, viewer = admin) => (await scene.ask(viewer, revokeKey, { id })).data.revokeApiKey;
const stored = async (id: string) =>
  (await scene.platform.sql.query('SELECT * FROM profile.api_key WHERE id = $1', [id])).rows[0];

describe('createApiKey', () => {
  it('shows the secret once and stores only its hash', async () => {
    const { apiKey, secret } = await create();
    expect(apiKey).toMatchObject({
      name: 'Goodera sync',
      scopes: wish.scopes,
      prefix: secret.slice(0, 12),
      replacedBy: null,
    });
    const row = await stored(apiKey.id);
    expect(readApiKey(secret)).toEqual({ ok: true, hash: row.hash });
    expect(JSON.stringify(row)).not.toContain(secret);
    expect(row.created_by).toBe(`member:${admin.memberId}`);
    const days = (Date.parse(apiKey.expiresAt) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(29.99);
    expect(days).toBeLessThanOrEqual(30);
  });

  it('tells the router and the audit log, without the secret or the name', async () => {
    const { apiKey, secret } = await create();
    const events = await scene.events(companyId);
    expect(events).toMatchObject([
      { type: 'profile.apiKey.changed', subject: apiKey.id, data: { apiKeyId: apiKey.id } },
      {
        type: 'audit.recorded',
        data: {
          action: 'apiKey.created',
          actor: `member:${admin.memberId}`,
          target: apiKey.id,
          detail: { scopes: wish.scopes },
        },
      },
    ]);
    expect(JSON.stringify(events)).not.toContain(secret);
    expect(JSON.stringify(events)).not.toContain(wish.name);
  });

  it('is in the list of keys', async () => {
    const { apiKey } = await create();
    const { data } = await scene.ask(admin, '{ apiKeys { totalCount nodes { id name } } }');
    expect(data.apiKeys).toEqual({ totalCount: 1, nodes: [{ id: apiKey.id, name: wish.name }] });
  });

  it.each([
    ['no name', { name: '  ' }, 'API_KEY_NAME_INVALID'],
    ['a name of 81 characters', { name: 'n'.repeat(81) }, 'API_KEY_NAME_INVALID'],
    ['a name with a zero byte', { name: 'a\u0000b' }, 'API_KEY_NAME_INVALID'],
    ['no scopes', { scopes: [] }, 'API_KEY_SCOPES_MISSING'],
    ['a scope that there is not', { scopes: ['everything'] }, 'API_KEY_SCOPE_NOT_ALLOWED'],
    ['a scope that keys may not have', { scopes: ['metrics:read', 'members:write'] }, 'API_KEY_SCOPE_NOT_ALLOWED'],
    ['the scope of services', { scopes: ['internal:people'] }, 'API_KEY_SCOPE_NOT_ALLOWED'],
    ['no day', { expiresInDays: 0 }, 'API_KEY_EXPIRY_INVALID'],
    ['366 days', { expiresInDays: 366 }, 'API_KEY_EXPIRY_INVALID'],
  ])('refuses %s and leaves nothing behind', async (_, part, code) => {
    expect(await create({ ...wish, ...part })).toMatchObject({ __typename: 'Refused', code });
    expect(await scene.events(companyId)).toEqual([]);
  });

  it('gives no scope that its maker does not have', async () => {
    const maker = { ...admin, scopes: new Set<Scope>(['keys:write', 'metrics:read']) };
    expect(await create(wish, maker)).toMatchObject({ __typename: 'Refused', code: 'API_KEY_SCOPE_NOT_YOURS' });
    expect(await create({ ...wish, scopes: ['metrics:read'] }, maker)).toMatchObject({ __typename: 'ApiKeyIssued' });
  });

  it('is closed to those who may not write keys', async () => {
    const analyst = await scene.addMember(companyId, 'ANALYST');
    const { data, errors } = await scene.ask(analyst, createKey, { input: wish });
    expect(data).toEqual({ createApiKey: null });
    expect(errors?.[0]?.extensions?.code).toBe('UNAUTHORIZED_FIELD_OR_TYPE');
  });
});

describe('rotateApiKey', () => {
  it('gives a new key with the same name and scopes, and ends the old one after the overlap', async () => {
    const old = await create();
    const { apiKey, secret } = await rotate({ id: old.apiKey.id, overlapHours: 2 });
    expect(secret).not.toBe(old.secret);
    expect(apiKey).toMatchObject({ name: wish.name, scopes: wish.scopes, revokedAt: null, replacedBy: null });
    const lifetime = Date.parse(apiKey.expiresAt) - Date.now();
    expect(Math.abs(lifetime - 30 * 86_400_000)).toBeLessThan(10_000);
    const before = await stored(old.apiKey.id);
    expect(before.replaced_by).toBe(apiKey.id);
    expect(Math.abs(before.expires_at.getTime() - Date.now() - 2 * 3_600_000)).toBeLessThan(10_000);
    const types = (await scene.events(companyId)).map(({ type, data }) => data.action ?? type);
    expect(types).toEqual(['profile.apiKey.changed', 'apiKey.created', 'profile.apiKey.changed', 'apiKey.rotated']);
  });

  it('never lengthens the life of the old key', async () => {
    const old = await create({ ...wish, expiresInDays: 1 });
    await rotate({ id: old.apiKey.id, overlapHours: 720 });
    expect((await stored(old.apiKey.id)).expires_at.toISOString()).toBe(old.apiKey.expiresAt);
  });

  it('replaces a key once, also when asked twice at the same time', async () => {
    for (let round = 0; round < 10; round++) {
      const { apiKey } = await create();
      const answers = await Promise.all([rotate({ id: apiKey.id }), rotate({ id: apiKey.id })]);
      expect(answers.map(({ code }) => code ?? 'issued').sort()).toEqual(['API_KEY_REPLACED', 'issued']);
    }
  });

  it('refuses an overlap beyond 720 hours, a revoked key, an expired key and a key that can do more than its holder', async () => {
    const { apiKey } = await create();
    expect(await rotate({ id: apiKey.id, overlapHours: 721 })).toMatchObject({ code: 'API_KEY_OVERLAP_INVALID' });
    expect(await rotate({ id: apiKey.id, overlapHours: -1 })).toMatchObject({ code: 'API_KEY_OVERLAP_INVALID' });
    const weaker = { ...admin, scopes: new Set<Scope>(['keys:write']) };
    expect(await rotate({ id: apiKey.id }, weaker)).toMatchObject({ code: 'API_KEY_SCOPE_NOT_YOURS' });
    await scene.platform.sql.query(`UPDATE profile.api_key SET expires_at = now() - interval '1 s' WHERE id = $1`, [
      apiKey.id,
    ]);
    expect(await rotate({ id: apiKey.id })).toMatchObject({ code: 'API_KEY_EXPIRED' });
    await revoke(apiKey.id);
    expect(await rotate({ id: apiKey.id })).toMatchObject({ code: 'API_KEY_REVOKED' });
  });
});

describe('revokeApiKey', () => {
  it('ends a key at once and tells of it; a second time changes nothing', async () => {
    const { apiKey } = await create();
    const first = await revoke(apiKey.id);
    expect(first).toMatchObject({ __typename: 'ApiKeyRevoked', apiKey: { id: apiKey.id } });
    expect(Date.parse(first.apiKey.revokedAt)).toBeLessThanOrEqual(Date.now());
    expect(await revoke(apiKey.id)).toEqual(first);
    const told = (await scene.events(companyId)).map(({ type, data }) => data.action ?? type);
    expect(told).toEqual(['profile.apiKey.changed', 'apiKey.created', 'profile.apiKey.changed', 'apiKey.revoked']);
  });

  it("answers another company's key like an unknown one", async () => {
    const other = await scene.addMember(await scene.platform.addCompany('Borealis'), 'COMPANY_ADMIN');
    const { apiKey } = await create();
    for (const id of [apiKey.id, newId(), 'no id at all']) {
      expect(await revoke(id, other)).toEqual({ __typename: 'Refused', code: 'API_KEY_NOT_FOUND' });
      expect(await rotate({ id }, other)).toMatchObject({ __typename: 'Refused', code: 'API_KEY_NOT_FOUND' });
    }
    expect((await stored(apiKey.id)).revoked_at).toBeNull();
  });
});
