import pg from 'pg';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { FolderInUse } from './folder-lock.ts';
import { StartFailure } from './start-failure.ts';

export interface PlatformDatabase {
  readonly url: string;
  /** Where it runs, in words for the terminal. */
  readonly place: string;
  stop(): Promise<void>;
}

/** The database at `url`, or without one PostgreSQL from npm on the data folder. Throws `StartFailure`. */
export async function openPlatformDatabase(
  options: { readonly url: string | undefined; readonly dataFolder: string },
  log: (line: string) => void,
): Promise<PlatformDatabase> {
  if (options.url !== undefined) return reachable(options.url);
  try {
    const { url, stop } = await startEmbeddedPostgres(options.dataFolder, log);
    return { url, place: `PostgreSQL in ${options.dataFolder}/postgres`, stop };
  } catch (error) {
    if (error instanceof FolderInUse) {
      throw new StartFailure(
        `${error.message}.`,
        'Stop that platform first, or choose another folder with --data.',
        error,
      );
    }
    throw new StartFailure(
      error instanceof Error ? error.message : String(error),
      `If the files in ${options.dataFolder}/postgres are damaged, restore a copy, or move the folder away to start empty.`,
      error,
    );
  }
}

async function reachable(url: string): Promise<PlatformDatabase> {
  const place = placeOf(url);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>(
      "SELECT current_setting('server_version_num')::int / 10000 AS version",
    );
    if (Number(rows[0]?.version) < 15)
      throw new Error(`it is PostgreSQL ${rows[0]?.version}, and 15 or newer is needed`);
  } catch (error) {
    const reason = error instanceof Error && error.message !== '' ? error.message : 'no answer';
    throw new StartFailure(
      `${place} cannot be used: ${reason}.`,
      'Check DATABASE_URL and that the server is running, or leave it out to use the built-in PostgreSQL.',
      error,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
  return { url, place, stop: async () => undefined };
}

function placeOf(url: string): string {
  const { protocol, host, pathname } = URL.canParse(url) ? new URL(url) : { protocol: '', host: '', pathname: '' };
  if (protocol === 'postgresql:' || protocol === 'postgres:') return `PostgreSQL at ${host}${pathname}`;
  throw new StartFailure(
    'DATABASE_URL is no URL of a PostgreSQL database.',
    'Write it as postgresql://user:password@host:5432/database.',
  );
}
