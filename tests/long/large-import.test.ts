import { setTimeout as pause } from 'node:timers/promises';
import { generateKintell } from '@teei/programs/sample';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../src/caller.ts';
import { companyData, factsThatDiffer } from '../src/company-data.ts';
import { expectedAccount, type ImportState, importOf, planFile, startImport } from '../src/importing.ts';
import { until } from '../src/until.ts';
import { type Company, startTestStack, type TestStack } from '../src/with-stack.ts';

const rows = 200_000;
/** What the process may grow by from the first half of a file to the second: nothing is kept of rows that are stored. */
const megabytes = 150;

describe('a large Kintell export', () => {
  let platform: TestStack;
  let company: Company;
  let caller: Caller;

  beforeAll(async () => {
    platform = await startTestStack();
    company = await platform.addCompany('Large');
    caller = await platform.administrator(company);
  });

  afterAll(() => platform.close());

  it('comes in whole, adds up, and leaves memory flat', { timeout: 20 * 60_000 }, async () => {
    const sample = generateKintell({ rows, seed: 7 });
    const text = [...sample.chunks].join('');
    const { id, plan } = await planFile(caller, text);
    expect(plan).toEqual(expectedAccount(sample.account));
    await startImport(caller, id);
    const firstHalf = await highestMemoryUntil(caller, id, (state) => state.account.read >= rows / 2);
    const secondHalf = await highestMemoryUntil(caller, id, (state) => state.status === 'COMPLETED');
    const done = await importOf(caller, id);
    await until('every fact', () => settled(platform, company), 900);
    expect(done.account).toEqual(expectedAccount(sample.account));
    expect((secondHalf - firstHalf) / 1024 / 1024).toBeLessThan(megabytes);
    expect(await factsThatDiffer(platform.sql, company.id)).toEqual([]);
    const { sessions } = await companyData(platform.sql, company.id);
    expect(sessions).toHaveLength(sample.account.distinctSessions);
  });
});

/** Resolves to the largest resident size seen until the import is that far, in bytes. */
async function highestMemoryUntil(caller: Caller, id: string, far: (state: ImportState) => boolean): Promise<number> {
  let highest = 0;
  for (;;) {
    highest = Math.max(highest, process.memoryUsage.rss());
    const state = await importOf(caller, id);
    if (state.status === 'FAILED') throw new Error(`the import failed at ${state.account.read}`);
    if (far(state)) return highest;
    await pause(200);
  }
}

async function settled({ sql }: TestStack, { id }: Company): Promise<boolean> {
  const { rows: counts } = await sql.query<{ sessions: string; facts: string }>(
    `SELECT (SELECT count(*) FROM programs.session WHERE company_id = $1) AS sessions,
      (SELECT count(*) FROM outcomes.session_fact WHERE company_id = $1) AS facts`,
    [id],
  );
  await pause(1_000);
  return counts[0]?.sessions === counts[0]?.facts;
}
