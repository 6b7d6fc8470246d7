import { migrationNames, openSchemaEngine } from '@teei/prisma/schema-engine';
import pg from 'pg';

/** Brings the database up to date and resolves to the names of what was applied. The engine is loaded only when something is to be done. */
export async function migrate(databaseUrl: string): Promise<readonly string[]> {
  const wanted = await migrationNames();
  const applied = await appliedNames(databaseUrl);
  if (wanted.every((name) => applied.has(name))) return [];
  const engine = await openSchemaEngine(databaseUrl);
  return engine.applyMigrations();
}

async function appliedNames(databaseUrl: string): Promise<ReadonlySet<string>> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    const { rows: tables } = await client.query("SELECT to_regclass('public._prisma_migrations') AS found");
    if (tables[0]?.found === null) return new Set();
    const { rows } = await client.query<{ migration_name: string }>(
      'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    );
    return new Set(rows.map((row) => row.migration_name));
  } finally {
    await client.end();
  }
}
