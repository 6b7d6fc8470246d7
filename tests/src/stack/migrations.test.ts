import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrationNames, openSchemaEngine } from '@teei/prisma/schema-engine';
import { type RunningPostgres, startEmbeddedPostgres } from '@teei/stack/embedded-postgres';
import { migrate } from '@teei/stack/migrate';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** One database from the migrations, which is what runs, and one from the Prisma schema, which is what code is written against. */
const schemas = ['profile', 'programs', 'outcomes', 'reports', 'deliveries', 'privacy', 'identity'];

let folder: string;
let postgres: RunningPostgres;
let migrated: pg.Pool;
let described: pg.Pool;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'teei-migrations-'));
  // PostgreSQL runs as a user of its own when we are root, and must get to its folder.
  await chmod(folder, 0o755);
  postgres = await startEmbeddedPostgres(folder, () => undefined);
  const owner = poolOf('teei');
  await owner.query('CREATE DATABASE migrated');
  await owner.query('CREATE DATABASE described');
  await owner.end();
  migrated = poolOf('migrated');
  described = poolOf('described');
});

afterAll(async () => {
  await migrated?.end();
  await described?.end();
  await postgres?.stop();
  await rm(folder, { recursive: true, force: true });
});

const urlOf = (database: string) => Object.assign(new URL(postgres.url), { pathname: database }).href;

function poolOf(database: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: urlOf(database), max: 2 });
  pool.on('error', () => undefined);
  return pool;
}

describe('migrations', () => {
  test('apply in order to an empty database, and not again', async () => {
    const engine = await openSchemaEngine(urlOf('migrated'));
    expect(await engine.applyMigrations()).toEqual(await migrationNames());
    expect(await engine.applyMigrations()).toEqual([]);
    expect(await migrate(urlOf('migrated'))).toEqual([]);
  });

  test('apply to a second database of the same server, whose roles are there already', async () => {
    expect(await migrate(urlOf('teei'))).toEqual(await migrationNames());
  });
});

describe('the Prisma schema', () => {
  test('is a script that an empty database takes', async () => {
    const engine = await openSchemaEngine(urlOf('described'));
    await described.query(await engine.scriptFromNothing());
    const { rows } = await tables(described);
    expect(rows.length).toBeGreaterThan(50);
  });

  test.each([
    ['the same tables', tables],
    ['the same columns with types, defaults and nullability', columns],
    ['the same indexes', indexes],
    ['the same keys and foreign keys', constraints],
  ])('makes %s', async (_what, read) => {
    const { rows: wanted } = await read(described);
    const { rows: made } = await read(migrated);
    expect(wanted.length).toBeGreaterThan(0);
    expect(made).toEqual(wanted);
  });
});

describe('row-level security', () => {
  test('is on, also for the owner, on every table that carries a company', async () => {
    const { rows } = await migrated.query(
      `SELECT n.nspname || '.' || c.relname AS name, c.relrowsecurity AS enabled, c.relforcerowsecurity AS forced,
          EXISTS (SELECT FROM pg_policies p WHERE p.schemaname = n.nspname AND p.tablename = c.relname
            AND p.policyname = 'tenant' AND p.roles = ARRAY[('teei_' || n.nspname)::name]
            AND p.qual ~ 'app.company_id' AND p.cmd = 'ALL') AS policy
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = ANY ($1) AND c.relkind IN ('r', 'p')
          AND (n.nspname || '.' || c.relname = 'profile.company'
            OR EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'company_id' AND NOT a.attisdropped))`,
      [schemas],
    );
    expect(rows.length).toBeGreaterThan(40);
    expect(rows.filter(({ enabled, forced, policy }) => !(enabled && forced && policy))).toEqual([]);
  });

  test('knows no way for all companies but those of the relay, of identity and of the intake of webhooks', async () => {
    const { rows } = await migrated.query(
      `SELECT DISTINCT policyname || ' for ' || array_to_string(roles, ', ') AS way FROM pg_policies
        WHERE schemaname = ANY ($1) AND qual = 'true' ORDER BY 1`,
      [schemas],
    );
    expect(rows.map(({ way }) => way)).toEqual([
      'identity_clears for teei_identity',
      'identity_counts for teei_identity',
      'identity_notes_sessions for teei_identity',
      'identity_notes_sign_in for teei_identity',
      'identity_notes_use for teei_identity',
      'identity_reads for teei_identity',
      'intake_reads for teei_intake',
      'relay for teei_relay',
    ]);
  });
});

describe('roles', () => {
  const roles = [...schemas, 'relay', 'intake'].map((name) => `teei_${name}`);

  test('are no superusers and cannot go past row-level security', async () => {
    const { rows } = await migrated.query(
      'SELECT rolname FROM pg_roles WHERE rolname = ANY ($1) AND NOT (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb) ORDER BY 1',
      [roles],
    );
    expect(rows.map(({ rolname }) => rolname)).toEqual([...roles].sort());
  });

  test('of subgraphs have rights on their own schema alone; identity reads members, companies and keys, and counts calls', async () => {
    const { rows } = await migrated.query(
      `SELECT grantee || ' may ' || lower(privilege_type) || ' ' || table_schema || '.' || table_name AS right
        FROM information_schema.table_privileges
        WHERE grantee = ANY ($1) AND grantee <> 'teei_relay' AND 'teei_' || table_schema <> grantee ORDER BY 1`,
      [roles],
    );
    expect(rows.map(({ right }) => right)).toEqual([
      'teei_identity may delete profile.api_key',
      'teei_identity may delete profile.invitation',
      'teei_identity may delete profile.member_session',
      'teei_identity may delete profile.operation_usage',
      'teei_identity may insert profile.member_session',
      'teei_identity may insert profile.operation_usage',
      'teei_identity may select profile.api_key',
      'teei_identity may select profile.company',
      'teei_identity may select profile.member',
      'teei_identity may select profile.member_session',
      'teei_identity may select profile.operation_usage',
      'teei_identity may update profile.member_session',
      'teei_identity may update profile.operation_usage',
    ]);
    const { rows: columnsOnly } = await migrated.query(
      `SELECT table_schema || '.' || table_name || '.' || column_name AS right FROM information_schema.column_privileges c
        WHERE grantee = 'teei_identity' AND privilege_type = 'UPDATE' AND table_schema <> 'identity' AND NOT EXISTS (
          SELECT FROM information_schema.table_privileges t WHERE (t.grantee, t.privilege_type, t.table_schema, t.table_name)
            = (c.grantee, c.privilege_type, c.table_schema, c.table_name)) ORDER BY 1`,
    );
    expect(columnsOnly.map(({ right }) => right)).toEqual([
      'profile.api_key.last_used_at',
      'profile.member.last_sign_in_at',
    ]);
  });

  test('of the relay reach outboxes and inboxes, and when something is due in a company, and nothing else', async () => {
    const { rows } = await migrated.query(
      `SELECT table_name || ': ' || lower(privilege_type) AS right, count(DISTINCT table_schema)::int AS schemas
        FROM information_schema.table_privileges WHERE grantee = 'teei_relay' GROUP BY 1 ORDER BY 1`,
    );
    const everywhere = rows.filter(({ right }) => right !== 'idempotent_answer: delete');
    expect(rows).toContainEqual({ right: 'idempotent_answer: delete', schemas: 1 });
    expect(everywhere).toEqual(
      [
        'inbox: delete',
        'inbox: select',
        'outbox: delete',
        'outbox: select',
        'outbox_horizon: select',
        'outbox_horizon: update',
        'outbox_position: insert',
        'outbox_position: select',
        'outbox_position: update',
      ].map((right) => ({ right, schemas: schemas.length })),
    );
    const { rows: columnsOnly } = await migrated.query(
      `SELECT DISTINCT table_schema || '.' || table_name || '.' || column_name AS right FROM information_schema.column_privileges
        WHERE grantee = 'teei_relay' AND table_name NOT IN ('outbox', 'outbox_horizon', 'outbox_position', 'inbox') ORDER BY 1`,
    );
    // Out of dead letters it takes what an event said, which it could read in the outbox.
    const [letters, others] = [true, false].map((wanted) =>
      columnsOnly.map(({ right }) => right).filter((right) => right.includes('.dead_letter.') === wanted),
    );
    expect(letters).toEqual(
      [...schemas]
        .sort()
        .flatMap((name) => ['event', 'failed_at', 'id'].map((column) => `${name}.dead_letter.${column}`)),
    );
    // Of kept answers it sees what is over, and neither what was asked nor what was answered.
    const ofAnswers = ['actor', 'company_id', 'expires_at', 'key_hash'];
    expect(others).toEqual([
      ...ofAnswers.map((column) => `identity.idempotent_answer.${column}`),
      'outcomes.scored_text.company_id',
      'profile.journey_due.at',
      'profile.journey_due.company_id',
      'programs.programme.company_id',
      'programs.upload.company_id',
    ]);
  });

  test('of the intake read what finds a sender and what is due, never a name or a body, and write nothing', async () => {
    const { rows } = await migrated.query(
      `SELECT table_name || ': ' || string_agg(lower(privilege_type) || ' ' || column_name, ', ' ORDER BY column_name) AS right
        FROM information_schema.column_privileges WHERE grantee = 'teei_intake' GROUP BY table_name ORDER BY 1`,
    );
    const select = (table: string, ...columns: string[]) =>
      `${table}: ${columns.map((name) => `select ${name}`).join(', ')}`;
    expect(rows.map(({ right }) => right)).toEqual([
      select('webhook_delivery', 'body_kept_since', 'company_id', 'next_attempt_at', 'status'),
      select(
        'webhook_endpoint',
        ...['company_id', 'created_at', 'disabled_at', 'id', 'sender_company_id', 'signature', 'source'],
      ),
      select('webhook_secret', 'company_id', 'created_at', 'endpoint_id', 'expires_at', 'id', 'sealed'),
    ]);
  });

  test('cannot change the audit log, only add to it', async () => {
    const { rows } = await migrated.query(
      `SELECT privilege_type FROM information_schema.table_privileges
        WHERE grantee = 'teei_privacy' AND table_schema = 'privacy' AND table_name = 'audit_entry' ORDER BY 1`,
    );
    expect(rows.map(({ privilege_type }) => privilege_type)).toEqual(['INSERT', 'SELECT']);
  });

  test('can do what they are for, and get nothing of a neighbour', async () => {
    const client = await migrated.connect();
    await client.query('SET ROLE teei_outcomes');
    await expect(client.query('SELECT FROM outcomes.metric')).resolves.toMatchObject({ rowCount: 0 });
    await expect(client.query('SELECT FROM profile.member')).rejects.toThrow('permission denied');
    await expect(client.query('SELECT FROM programs.session')).rejects.toThrow('permission denied');
    await client.query('RESET ROLE');
    client.release();
  });
});

function tables(database: pg.Pool) {
  return database.query(
    `SELECT table_schema, table_name FROM information_schema.tables
      WHERE table_schema = ANY ($1) AND table_type = 'BASE TABLE' ORDER BY 1, 2`,
    [schemas],
  );
}

function columns(database: pg.Pool) {
  return database.query(
    `SELECT table_schema || '.' || table_name || '.' || column_name AS name, udt_name AS type, is_nullable AS nullable,
        column_default AS default, is_identity AS identity, character_maximum_length AS length,
        numeric_precision AS precision, numeric_scale AS scale, datetime_precision AS time
      FROM information_schema.columns WHERE table_schema = ANY ($1) ORDER BY 1`,
    [schemas],
  );
}

function indexes(database: pg.Pool) {
  return database.query(
    `SELECT schemaname || '.' || indexname AS name, indexdef AS definition FROM pg_indexes
      WHERE schemaname = ANY ($1) ORDER BY 1`,
    [schemas],
  );
}

/** Primary, unique and foreign keys. Checks are the migrations' own: Prisma has no words for them. */
function constraints(database: pg.Pool) {
  return database.query(
    `SELECT n.nspname || '.' || t.relname || '.' || c.conname AS name, pg_get_constraintdef(c.oid) AS definition
      FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_namespace n ON n.oid = t.relnamespace
      WHERE n.nspname = ANY ($1) AND c.contype IN ('p', 'u', 'f') ORDER BY 1`,
    [schemas],
  );
}
