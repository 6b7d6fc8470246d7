import { type Database, openDatabase } from '@teei/runtime/database';
import { newId } from '@teei/runtime/id';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../../../tests/src/test-platform.ts';
import { clearExpired } from './expiry.ts';

let test: TestPlatform;
let identity: Database;
let company: string;

beforeAll(async () => {
  test = await startTestPlatform();
  identity = openDatabase({ url: test.databaseUrl, role: 'teei_identity' });
  company = await test.addCompany('Kept');
});

afterAll(async () => {
  await identity.close();
  await test.close();
});

describe('what has expired', () => {
  it('goes: sessions at once, keys after a month in which they can be looked at', async () => {
    await test.sql.query(`INSERT INTO identity."user" (id, name, email) VALUES ('u', 'U', 'u@kept.example')`);
    await test.sql.query(`INSERT INTO identity.session (id, token, user_id, expires_at) VALUES
      ('over', 'a', 'u', now() - interval '1 minute'), ('valid', 'b', 'u', now() + interval '1 day')`);
    await test.sql.query(`INSERT INTO identity.verification (id, identifier, value, expires_at) VALUES
      ('over', 'a', 'x', now() - interval '1 minute'), ('valid', 'b', 'x', now() + interval '1 day')`);
    for (const [name, expires] of [
      ['long over', "now() - interval '40 days'"],
      ['just over', "now() - interval '10 days'"],
      ['valid', "now() + interval '10 days'"],
      ['endless', 'NULL'],
    ]) {
      await test.sql.query(
        `INSERT INTO profile.api_key (id, company_id, name, prefix, hash, scopes, created_by, expires_at)
          VALUES ($1, $2, $3, 'teei_x', $4, '{}', 'u', ${expires})`,
        [newId(), company, name, name],
      );
    }
    const retention = { events: 30, uploads: 90, webhooks: 90, words: 90 };
    await clearExpired({ ...test.platform, database: identity, retention });
    const names = async (text: string) => (await test.sql.query(text)).rows.map(({ name }) => name);
    expect(await names('SELECT id AS name FROM identity.session')).toEqual(['valid']);
    expect(await names('SELECT id AS name FROM identity.verification')).toEqual(['valid']);
    expect(await names('SELECT name FROM profile.api_key ORDER BY name')).toEqual(['endless', 'just over', 'valid']);
  });

  it('is all that identity can take away of keys', async () => {
    await identity.pool.query('DELETE FROM profile.api_key');
    const { rows } = await test.sql.query('SELECT count(*)::int AS n FROM profile.api_key');
    expect(rows[0].n).toBe(3);
  });
});
