import { rm } from 'node:fs/promises';
import { issueApiKey } from '@teei/runtime/api-key';
import { newId } from '@teei/runtime/id';
import { createLog } from '@teei/runtime/log';
import type { Role, Scope } from '@teei/runtime/viewer';
import { createStack, type Stack, type StackOptions } from '@teei/stack/create-stack';
import pg from 'pg';
import { Caller } from './caller.ts';
import { migratedDataFolder } from './data-template.ts';

/** Whoever signs in here does so with this. */
export const password = 'a-password-for-tests';

export interface Company {
  readonly id: string;
  readonly name: string;
}

/** The whole platform on a database of its own, without the demo. Boot it once for each file. */
export interface TestStack {
  readonly stack: Stack;
  readonly dataFolder: string;
  /** Acts as the owner, whom no row-level security holds back: for making rows and looking at them. */
  readonly sql: pg.Pool;
  addCompany(name: string): Promise<Company>;
  /** Makes a person who can sign in, a member of the company. Answers the member's id. */
  addMember(company: Company, email: string, role: Role): Promise<string>;
  /** Signs in at /api/auth as a browser does. */
  signIn(email: string, headers?: Readonly<Record<string, string>>): Promise<Caller>;
  /** A caller with the company's administrator signed in; made at first use. */
  administrator(company: Company): Promise<Caller>;
  addApiKey(company: Company, scopes: readonly Scope[], expiresAt?: Date): Promise<Caller>;
  close(): Promise<void>;
}

export async function startTestStack(
  settings: StackOptions['router'] = {},
  more: Pick<StackOptions, 'mailer' | 'queryUnits'> = {},
): Promise<TestStack> {
  const dataFolder = await migratedDataFolder();
  const stack = await createStack({
    dataFolder,
    port: 0,
    log: createLog('test', 'silent'),
    // Partners of the tests are on this machine.
    allowedHosts: '127.0.0.1',
    // The tests below ask more in a second than any one person; the limits have tests of their own.
    router: { rateLimit: { perViewer: false, perAddress: false }, ...settings },
    ...more,
  });
  const sql = new pg.Pool({ connectionString: stack.databaseUrl, max: 4 });
  // Stopping the server may end idle connections before the pool has closed them.
  sql.on('error', () => undefined);
  return {
    stack,
    dataFolder,
    sql,
    ...populate(stack, sql),
    close: async () => {
      await sql.end();
      await stack.destroy();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

export type Population = Pick<TestStack, 'addCompany' | 'addMember' | 'signIn' | 'administrator' | 'addApiKey'>;

/** Makes companies and people on a stack that is there already. */
export function populate(stack: Stack, sql: pg.Pool): Population {
  const anonymous = new Caller(stack.url);
  const addMember: TestStack['addMember'] = async (company, email, role) => {
    const userId = await stack.identity.ensureUser({ email, name: email, password });
    const id = newId();
    await sql.query(
      'INSERT INTO profile.member (id, company_id, user_id, name, email, role) VALUES ($1, $2, $3, $4, $5, $6)',
      [id, company.id, userId, email, email, role],
    );
    return id;
  };
  return {
    addMember,
    signIn: (email, headers = {}) => anonymous.with(headers).signIn(email, password),
    addCompany: async (name) => {
      const id = newId();
      await sql.query('INSERT INTO profile.company (id, name, slug) VALUES ($1, $2, $3)', [id, name, id]);
      return { id, name };
    },
    administrator: async (company) => {
      const email = `administrator@${company.id}.example`;
      const { rowCount } = await sql.query('SELECT FROM profile.member WHERE email = $1', [email]);
      if (!rowCount) await addMember(company, email, 'COMPANY_ADMIN');
      return anonymous.signIn(email, password);
    },
    addApiKey: async (company, scopes, expiresAt = new Date(Date.now() + 86_400_000)) => {
      const { secret, prefix, hash } = issueApiKey();
      await sql.query(
        `INSERT INTO profile.api_key (id, company_id, name, prefix, hash, scopes, created_by, expires_at)
          VALUES ($1, $2, 'test', $3, $4, $5, 'test', $6)`,
        [newId(), company.id, prefix, hash, scopes, expiresAt],
      );
      return anonymous.with({ 'x-api-key': secret });
    },
  };
}
