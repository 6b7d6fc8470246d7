import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { newId } from '@teei/runtime/id';
import { type MemberViewer, scopesOfRole } from '@teei/runtime/viewer';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { auditFile } from './http/audit-file.ts';
import { auditFilterIn } from './http/audit-filter-in.ts';
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
  { action = 'apiKey.created', actor = 'member:1' } = {},
): Promise<void> {
  const data = {
    action,
    actor,
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

const admin = (companyId: string): MemberViewer => ({
  kind: 'member',
  userId: 'u',
  memberId: newId(),
  companyId,
  role: 'COMPANY_ADMIN',
  scopes: scopesOfRole.COMPANY_ADMIN,
});

async function ask<Data>(companyId: string, query: string, variables: Record<string, unknown> = {}): Promise<Data> {
  const passport = { viewer: admin(companyId), correlationId: 'test' };
  const { data, errors } = await platform.privacy.execute({ query, variables }, passport);
  expect(errors).toBeUndefined();
  return data as Data;
}

async function fileOf(companyId: string, query: Record<string, string>): Promise<string[]> {
  const filter = auditFilterIn(query);
  if (!filter) throw new Error('the filter is refused');
  let text = '';
  for await (const part of auditFile(platform.privacy.parts.database, admin(companyId), filter)) text += part;
  return text.split('\r\n').slice(0, -1);
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

describe('the audit log, narrowed', () => {
  it('shows the same lines in pages and as a file, and no spreadsheet runs any of them', async () => {
    const [company, other] = [await platform.addCompany(), await platform.addCompany()];
    await emit('profile', other, 'theirs', { action: 'member.removed' });
    for (let line = 0; line < 520; line++) await emit('profile', company, `t${line}`);
    await emit('profile', company, '=HYPERLINK("//evil")', { action: 'member.removed', actor: '@member' });
    await emit('profile', company, 'b', { action: 'member.joined' });
    await emit('profile', company, 'c', { action: 'membership' });
    await until(company, 523);

    const query =
      'query ($filter: AuditLogFilter) { auditLog(first: 2, filter: $filter) { totalCount nodes { action target detail { name value } } } auditActions }';
    const by = async (filter: Record<string, string>) =>
      (await ask<{ auditLog: { totalCount: number; nodes: object[] } }>(company, query, { filter })).auditLog;
    expect(await by({ action: 'member' })).toMatchObject({
      totalCount: 2,
      nodes: [
        { target: 'b' },
        {
          target: '=HYPERLINK("//evil")',
          detail: expect.arrayContaining([{ name: 'zeta', value: '[1.5,"ü\\"\\\\"]' }]),
        },
      ],
    });
    expect(await by({ actor: 'member:1', target: 'b' })).toMatchObject({ totalCount: 1 });
    expect(await by({ to: '2020-01-01T00:00:00Z' })).toMatchObject({ totalCount: 0 });
    expect(await by({ from: '2020-01-01T00:00:00Z' })).toMatchObject({ totalCount: 523 });
    expect(await ask(company, query)).toMatchObject({
      auditActions: ['apiKey.created', 'member.joined', 'member.removed', 'membership'],
    });

    const [header, ...lines] = await fileOf(company, {});
    expect(header).toBe('\uFEFFposition,occurred_at,actor,action,target,detail,previous_hash,hash');
    expect(lines.map((line) => line.split(',')[0])).toEqual(Array.from({ length: 523 }, (_, at) => String(523 - at)));
    expect((await fileOf(company, { action: 'member.removed' }))[1]).toContain(
      `,'@member,member.removed,"'=HYPERLINK(""//evil"")",`,
    );
    expect(auditFilterIn({ from: 'yesterday' })).toBeUndefined();
  }, 60_000);

  it('says whether the newest lines hold, and where they do not', async () => {
    const company = await platform.addCompany();
    const chain = async () =>
      (await ask<{ auditChain: object }>(company, '{ auditChain { entries head recomputed brokenAt } }')).auditChain;
    expect(await chain()).toEqual({ entries: 0, head: null, recomputed: 0, brokenAt: null });
    for (let line = 0; line < 4; line++) await emit('profile', company, `t${line}`);
    await until(company, 4);
    expect(await chain()).toEqual({
      entries: 4,
      head: expect.stringMatching(/^[0-9a-f]{64}$/),
      recomputed: 4,
      brokenAt: null,
    });
    await platform.owner.query("UPDATE privacy.audit_entry SET actor = 'x' WHERE company_id = $1 AND position = 3", [
      company,
    ]);
    expect(await chain()).toMatchObject({ brokenAt: 3 });
    await platform.owner.query('DELETE FROM privacy.audit_entry WHERE company_id = $1 AND position > 2', [company]);
    expect(await chain()).toMatchObject({ entries: 4, recomputed: 2, brokenAt: 3 });
  }, 30_000);
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
