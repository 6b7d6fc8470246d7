import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { newId } from '@teei/runtime/id';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTemporaryPrivacy, type TemporaryPrivacy } from './testing/temporary-privacy.ts';
import { type AuditVerdict, verifyAudit } from './verify-audit.ts';

let platform: TemporaryPrivacy;

beforeAll(async () => {
  platform = await startTemporaryPrivacy();
}, 60_000);
afterAll(() => platform.stop());

async function emit(
  source: 'profile' | 'identity' | 'programs',
  companyId: string,
  target: string | null,
): Promise<void> {
  const data = {
    action: 'apiKey.created',
    actor: 'member:1',
    target,
    detail: { zeta: [1.5, 'ü"\\'], alpha: { b: null, a: true } },
  };
  await platform.owner.query(
    `INSERT INTO ${source}.outbox (id, company_id, type, data_version, subject, data) VALUES ($1, $2, 'audit.recorded', 1, $3, $4)`,
    [newId(), companyId, companyId, JSON.stringify(data)],
  );
  platform.wakeUps.wake(source);
}

async function until(companyId: string, entries: number): Promise<void> {
  const text = 'SELECT count(*)::int AS count FROM privacy.audit_entry WHERE company_id = $1';
  const count = async () => (await platform.owner.query(text, [companyId])).rows[0].count;
  await vi.waitFor(async () => expect(await count()).toBe(entries), { timeout: 15_000, interval: 50 });
}

const verdictOf = async (companyId: string): Promise<AuditVerdict | undefined> =>
  (await verifyAudit(platform.databaseUrl)).find((verdict) => verdict.companyId === companyId);

describe('the audit log', () => {
  it('chains what three subgraphs record at the same time, each line once', async () => {
    const company = await platform.addCompany();
    const sources = Array.from(
      { length: 60 },
      (_, index) => (['profile', 'identity', 'programs'] as const)[index % 3] ?? 'profile',
    );
    await Promise.all(sources.map((source, index) => emit(source, company, `t${index}`)));
    await until(company, 60);
    const { rows } = await platform.owner.query(
      'SELECT position, target FROM privacy.audit_entry WHERE company_id = $1 ORDER BY position',
      [company],
    );
    expect(rows.map((row) => Number(row.position))).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
    expect(new Set(rows.map((row) => row.target)).size).toBe(60);
    expect(await verdictOf(company)).toEqual({ companyId: company, entries: 60, intact: true, brokenAt: null });
  }, 30_000);

  it('of a company where nothing happened is intact', async () => {
    const company = await platform.addCompany();
    expect(await verdictOf(company)).toEqual({ companyId: company, entries: 0, intact: true, brokenAt: null });
  });

  it('cannot be changed or shortened by the subgraph itself', async () => {
    const company = await platform.addCompany();
    const client = await platform.privacy.parts.database.pool.connect();
    await client.query(`SELECT set_config('app.company_id', '${company}', false)`);
    for (const text of [
      'UPDATE privacy.audit_entry SET action = $$x$$',
      'DELETE FROM privacy.audit_entry',
      'TRUNCATE privacy.audit_entry',
    ]) {
      await expect(client.query(text)).rejects.toThrow(/permission denied/);
    }
    client.release(true);
  });
});

describe('verifying the audit log finds', () => {
  const tampering: Record<string, { sql: string; brokenAt: number }> = {
    'a changed line': {
      sql: `UPDATE privacy.audit_entry SET detail = '{}' WHERE company_id = $1 AND position = 2`,
      brokenAt: 2,
    },
    'a changed time': {
      sql: `UPDATE privacy.audit_entry SET occurred_at = occurred_at - interval '1 ms' WHERE company_id = $1 AND position = 4`,
      brokenAt: 4,
    },
    'a line taken out': { sql: 'DELETE FROM privacy.audit_entry WHERE company_id = $1 AND position = 3', brokenAt: 3 },
    'the last lines cut off': {
      sql: 'DELETE FROM privacy.audit_entry WHERE company_id = $1 AND position > 3',
      brokenAt: 4,
    },
    'the head taken away': { sql: 'DELETE FROM privacy.audit_head WHERE company_id = $1', brokenAt: 1 },
    'a line added behind the head': {
      sql: `INSERT INTO privacy.audit_entry SELECT gen_random_uuid(), company_id, 6, action, actor, target, detail, occurred_at, hash, hash
        FROM privacy.audit_entry WHERE company_id = $1 AND position = 5`,
      brokenAt: 6,
    },
  };
  it.each(Object.keys(tampering))(
    '%s',
    async (name) => {
      const { sql = '', brokenAt = 0 } = tampering[name] ?? {};
      const company = await platform.addCompany();
      for (let line = 0; line < 5; line++) await emit('profile', company, `t${line}`);
      await until(company, 5);
      expect(await verdictOf(company)).toMatchObject({ intact: true });
      await platform.owner.query(sql, [company]);
      expect(await verdictOf(company)).toMatchObject({ intact: false, brokenAt });
    },
    30_000,
  );

  it('and says so on the command line', async () => {
    const script = join(import.meta.dirname, '../scripts/audit-verify.ts');
    const env = { ...process.env, DATABASE_URL: platform.databaseUrl };
    const run = promisify(execFile)('npx', ['tsx', script], { env });
    await expect(run).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/BROKEN at position 2[\s\S]*audit logs do not hold/),
    });
  }, 30_000);
});
