import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Platform } from '@teei/runtime/create-subgraph';
import { openDatabase } from '@teei/runtime/database';
import { createGuardedFetch } from '@teei/runtime/guarded-fetch';
import { newId } from '@teei/runtime/id';
import { createLog } from '@teei/runtime/log';
import { folderMailer, type Mailer } from '@teei/runtime/mailer';
import { openQueues } from '@teei/runtime/queues';
import { createSealer } from '@teei/runtime/sealed-secret';
import type { SubgraphEndpoint } from '@teei/runtime/subgraph';
import { openWakeUps } from '@teei/runtime/wake-ups';
import { startEmbeddedPostgres } from '@teei/stack/embedded-postgres';
import pg from 'pg';
import { migratedDataFolder } from './data-template.ts';

/** What a subgraph stands on, on a Postgres of its own; for tests of one or a few subgraphs. Boot it once for each file. */
export interface TestPlatform {
  readonly databaseUrl: string;
  readonly platform: Platform;
  /** Acts as the owner, whom no row-level security holds back: for making rows and looking at them. */
  readonly sql: pg.Pool;
  /** Makes a company and answers its id. */
  addCompany(name: string): Promise<string>;
  /** Lets the others find this subgraph by its name. */
  join<Endpoint extends SubgraphEndpoint>(subgraph: Endpoint): Endpoint;
  /** Stops the database and deletes it. Destroy the subgraphs first. */
  close(): Promise<void>;
}

export async function startTestPlatform(mailer?: Mailer): Promise<TestPlatform> {
  const folder = await migratedDataFolder();
  const postgres = await startEmbeddedPostgres(folder, () => undefined);
  const databaseUrl = postgres.url;
  const log = createLog('test', 'silent');
  const relayDatabase = openDatabase({ url: databaseUrl, role: 'teei_relay', pipeline: true });
  const queues = openQueues({ databaseUrl, log });
  const wakeUps = await openWakeUps({ databaseUrl, log });
  const sql = new pg.Pool({ connectionString: databaseUrl, max: 4 });
  // Stopping the server may end idle connections before the pool has closed them.
  sql.on('error', () => undefined);
  const subgraphs = new Map<string, SubgraphEndpoint>();
  return {
    databaseUrl,
    sql,
    platform: {
      databaseUrl,
      relayDatabase,
      queues,
      wakeUps,
      log,
      dataFolder: folder,
      mailer: mailer ?? folderMailer(join(folder, 'mails')),
      baseUrl: 'http://localhost:4000',
      outgoing: createGuardedFetch({ allowedHosts: ['127.0.0.1'] }),
      sealer: createSealer('a secret of the test platform, long enough'),
      subgraph: (name) => {
        const found = subgraphs.get(name);
        if (!found) throw new Error(`no subgraph ${name} has joined this test platform`);
        return found;
      },
    },
    addCompany: async (name) => {
      const id = newId();
      await sql.query('INSERT INTO profile.company (id, name, slug) VALUES ($1, $2, $3)', [id, name, id]);
      return id;
    },
    join: (subgraph) => {
      subgraphs.set(subgraph.name, subgraph);
      return subgraph;
    },
    close: async () => {
      await queues.close();
      await wakeUps.close();
      await relayDatabase.close();
      await sql.end();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
