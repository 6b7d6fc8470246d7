import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { createIdentity } from '@teei/router/identity/create-identity';
import { newId } from '@teei/runtime/id';
import { createLog } from '@teei/runtime/log';
import { openWakeUps } from '@teei/runtime/wake-ups';
import pg from 'pg';
import { stackEnv } from './env.ts';
import { migrate } from './migrate.ts';
import { openPlatformDatabase } from './open-database.ts';
import { startOptions } from './options.ts';
import { runCommand } from './run-command.ts';
import { platformSecret } from './secrets.ts';
import { StartFailure } from './start-failure.ts';

/**
 * `npm run company:create -- --name NAME --slug SLUG --admin ADDRESS`: the first company and its administrator, where there are no
 * demo users. A new administrator's password is shown once.
 */
await runCommand(async (print) => {
  const { name, slug, admin } = readArguments();
  const env = stackEnv();
  const { dataFolder, production } = startOptions([], env);
  const database = await openPlatformDatabase({ url: env.DATABASE_URL, dataFolder }, print);
  await migrate(database.url);
  const log = createLog('company', env.LOG_LEVEL);
  const wakeUps = await openWakeUps({ databaseUrl: database.url, log });
  const secret = await platformSecret(dataFolder, env.TEEI_SECRET, production);
  const baseUrl = env.BASE_URL ?? 'http://localhost:4000';
  const identity = createIdentity({
    databaseUrl: database.url,
    baseUrl,
    secret,
    trustedOrigins: [],
    production,
    wakeUps,
    log,
  });
  const password = randomBytes(15).toString('base64url');
  const userId = await identity.ensureUser({ email: admin, name: admin, password });
  await store(database.url, { name, slug, admin: admin.trim().toLowerCase(), userId });
  print(`made ${name} (${slug})`);
  print(`${admin} signs in with the password they have, or, when they are new here, with: ${password}`);
  await identity.destroy();
  await wakeUps.close();
  await database.stop();
});

function readArguments(): { name: string; slug: string; admin: string } {
  const usage = 'npm run company:create -- --name NAME --slug SLUG --admin ADDRESS';
  const { values } = parseArgs({
    options: { name: { type: 'string' }, slug: { type: 'string' }, admin: { type: 'string' } },
    strict: false,
  });
  const { name, slug, admin } = values;
  if (typeof name !== 'string' || typeof slug !== 'string' || typeof admin !== 'string') {
    throw new StartFailure('A company needs a name, a slug and an administrator.', usage);
  }
  if (!/^[a-z0-9-]{2,40}$/.test(slug))
    throw new StartFailure(`"${slug}" is no slug.`, 'Use 2 to 40 of a-z, 0-9 and "-".');
  if (!/^[^@\s]+@[^@\s]+$/.test(admin)) throw new StartFailure(`"${admin}" is no address.`, 'Use one e-mail address.');
  return { name, slug, admin };
}

interface NewCompany {
  readonly name: string;
  readonly slug: string;
  readonly admin: string;
  readonly userId: string;
}

async function store(databaseUrl: string, { name, slug, admin, userId }: NewCompany): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const companyId = newId();
  const memberId = newId();
  try {
    await client.query('BEGIN');
    await client.query('INSERT INTO profile.company (id, name, slug) VALUES ($1, $2, $3)', [companyId, name, slug]);
    await client.query(
      "INSERT INTO profile.member (id, company_id, user_id, name, email, role) VALUES ($1, $2, $3, $4, $4, 'COMPANY_ADMIN')",
      [memberId, companyId, userId, admin],
    );
    // Who is signed in already sees the new company within a second: the router forgets what it knew of memberships.
    await client.query(
      "INSERT INTO profile.outbox (id, company_id, type, data_version, subject, data) VALUES ($1, $2, 'profile.member.changed', 1, $3, $4)",
      [newId(), companyId, memberId, JSON.stringify({ memberId, userId, role: 'COMPANY_ADMIN' })],
    );
    await client.query('COMMIT');
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '23505') {
      throw new StartFailure(`There is a company "${slug}" already.`, 'Choose another slug.', error);
    }
    throw error;
  } finally {
    await client.end();
  }
}
