import { type DatabaseRole, openDatabase } from '@teei/runtime/database';
import { newId } from '@teei/runtime/id';
import { createSealer } from '@teei/runtime/sealed-secret';
import { resealAll, sealedColumns } from '@teei/stack/reseal';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../test-platform.ts';

const old = 'the secret with which the platform began its life';
const next = 'the secret that takes its place, just as long a one';
const forgotten = 'a secret that nobody remembers any more, sadly';
const table = 'programs.provider_connection';

let platform: TestPlatform;

beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.close());

const open = (role: DatabaseRole) => openDatabase({ url: platform.databaseUrl, role, connections: 1 });

async function keep(companyId: string, secret: string, plain: string): Promise<string> {
  const id = newId();
  const sealed = createSealer(secret).seal(plain, { companyId, table, id });
  await platform.sql.query(
    `INSERT INTO programs.provider_connection (id, company_id, provider, name, base_url, settings, secret, interval_minutes, created_by)
      VALUES ($1, $2, 'XAPI', 'Store', 'https://lms.example/', '{}', $3, 60, 'test')`,
    [id, companyId, sealed],
  );
  return id;
}

async function kept(id: string): Promise<string> {
  const { rows } = await platform.sql.query('SELECT secret FROM programs.provider_connection WHERE id = $1', [id]);
  return rows[0].secret;
}

test('secrets of every company open with the new secret alone, and what does not open is left as it is', async () => {
  const [aurora, fjord] = [await platform.addCompany('Aurora'), await platform.addCompany('Fjord')];
  const ids = [await keep(aurora, old, 'of aurora'), await keep(fjord, old, 'of fjord')] as const;
  const lost = await keep(fjord, forgotten, 'lost');
  const lostText = await kept(lost);
  const sealer = createSealer(next, [old]);
  expect(await resealAll(open, sealer)).toEqual({ resealed: 2, current: 0, broken: 1 });
  const alone = createSealer(next);
  expect(alone.open(await kept(ids[0]), { companyId: aurora, table, id: ids[0] })).toBe('of aurora');
  expect(alone.open(await kept(ids[1]), { companyId: fjord, table, id: ids[1] })).toBe('of fjord');
  expect(await kept(lost)).toBe(lostText);
  expect(await resealAll(open, sealer)).toEqual({ resealed: 0, current: 2, broken: 1 });
});

test('every column that holds a sealed secret is one of those that are sealed again', async () => {
  const { rows } = await platform.sql.query<{ name: string }>(
    `SELECT table_schema || '.' || table_name || '.' || column_name AS name FROM information_schema.columns
      WHERE table_schema IN ('programs', 'deliveries', 'profile', 'outcomes', 'reports', 'privacy')
        AND column_name ~ '(^|_)(secret|sealed)$' ORDER BY 1`,
  );
  expect(rows.map(({ name }) => name)).toEqual(sealedColumns.map((each) => `${each.table}.${each.column}`).sort());
});
