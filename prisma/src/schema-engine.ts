import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg';

/**
 * Prisma's schema engine, compiled to WebAssembly and shipped in a package: it applies ordinary Prisma migrations
 * over the driver adapter, so that no engine has to be downloaded.
 */
export interface SchemaEngine {
  /** Applies what is not applied yet; resolves to the names of what it applied. */
  applyMigrations(): Promise<readonly string[]>;
  /** SQL that makes an empty database into the Prisma schema. */
  scriptFromNothing(): Promise<string>;
}

const folder = join(import.meta.dirname, '..');
const migrationsFolder = join(folder, 'migrations');
const filters = { externalTables: [], externalEnums: [] };

export async function openSchemaEngine(databaseUrl: string): Promise<SchemaEngine> {
  loaded ??= loadEngine();
  await loaded;
  const datamodels = await readSchema();
  const adapter = bindMigrationAwareSqlAdapterFactory(new WholeScriptPg({ connectionString: databaseUrl, max: 2 }));
  const engine = await engineModule.SchemaEngine.new({ datamodels }, () => undefined, adapter);
  return {
    applyMigrations: async () => {
      const output = await engine.applyMigrations({ migrationsList: await readMigrations(), filters });
      return output.appliedMigrationNames;
    },
    scriptFromNothing: async () => {
      const files = datamodels.map(([path, content]) => ({ path, content }));
      const to = { tag: 'schemaDatamodel' as const, files };
      const { stdout } = await engine.diff({ from: { tag: 'empty' }, to, script: true, exitCode: null, filters });
      return stdout ?? '';
    },
  };
}

/**
 * The stock adapter cuts a script at every semicolon, which breaks function bodies and `DO` blocks.
 * Sent whole, a migration is also one implicit transaction: it applies or it does not.
 */
class WholeScriptPg extends PrismaPg {
  override async connect(): ReturnType<PrismaPg['connect']> {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script);
    };
    return adapter;
  }
}

/** Names of the migrations in the repository, in the order in which they apply. */
export async function migrationNames(): Promise<readonly string[]> {
  const entries = await readdir(migrationsFolder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** Once in a process: the package keeps views of one instance's memory, and a second instance would be read through them. */
let loaded: Promise<void> | undefined;

/** The package's own entry imports the .wasm file as a module, which only bundlers can; this is the same by hand. */
async function loadEngine(): Promise<void> {
  const file = fileURLToPath(import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg'));
  const { instance } = await WebAssembly.instantiate(await readFile(file.replace(/\.js$/, '.wasm')), {
    './schema_engine_bg.js': { ...engineModule },
  });
  engineModule.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === 'function') start();
}

async function readSchema(): Promise<[string, string][]> {
  const names = (await readdir(join(folder, 'schema'))).sort();
  return Promise.all(
    names.map(async (name): Promise<[string, string]> => [name, await readFile(join(folder, 'schema', name), 'utf8')]),
  );
}

async function readMigrations(): Promise<engineModule.MigrationList> {
  const directories = (await migrationNames()).map(async (path) => ({
    path,
    migrationFile: {
      path: 'migration.sql',
      content: { tag: 'ok' as const, value: await readFile(join(migrationsFolder, path, 'migration.sql'), 'utf8') },
    },
  }));
  return {
    baseDir: migrationsFolder,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(directories),
  };
}
