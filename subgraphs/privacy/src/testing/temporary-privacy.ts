import { rm } from 'node:fs/promises';
import type { Subgraph } from '@teei/runtime/create-subgraph';
import { openDatabase } from '@teei/runtime/database';
import { createGuardedFetch } from '@teei/runtime/guarded-fetch';
import { newId } from '@teei/runtime/id';
import { createLog } from '@teei/runtime/log';
import { noMailer } from '@teei/runtime/mailer';
import { openQueues } from '@teei/runtime/queues';
import { createSealer } from '@teei/runtime/sealed-secret';
import { openWakeUps, type WakeUps } from '@teei/runtime/wake-ups';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../../../stack/src/embedded-postgres.ts';
import { migratedDataFolder } from '../../../../tests/src/data-template.ts';
import { createPrivacy } from '../main.ts';

/** The privacy subgraph with its workers on a database of its own, thrown away at the end. */
export interface TemporaryPrivacy {
  readonly databaseUrl: string;
  /** Acts as the owner of the database, past every policy. */
  readonly owner: pg.Pool;
  readonly wakeUps: WakeUps;
  readonly privacy: Subgraph;
  addCompany(): Promise<string>;
  stop(): Promise<void>;
}

export async function startTemporaryPrivacy(): Promise<TemporaryPrivacy> {
  const folder = await migratedDataFolder();
  const postgres = await startEmbeddedPostgres(folder, () => undefined);
  const owner = new pg.Pool({ connectionString: postgres.url, max: 4 });
  // Stopping the server ends idle connections before the pool has closed them.
  owner.on('error', () => undefined);
  const log = createLog('privacy-test', 'silent');
  const wakeUps = await openWakeUps({ databaseUrl: postgres.url, log });
  const queues = openQueues({ databaseUrl: postgres.url, log });
  const relayDatabase = openDatabase({ url: postgres.url, role: 'teei_relay', pipeline: true });
  const privacy = createPrivacy({
    databaseUrl: postgres.url,
    relayDatabase,
    queues,
    wakeUps,
    log,
    dataFolder: folder,
    mailer: noMailer(),
    baseUrl: 'http://localhost:4000',
    outgoing: createGuardedFetch({ allowedHosts: [] }),
    sealer: createSealer('a secret of the temporary platform, long enough'),
    subgraph: (name) => {
      throw new Error(`privacy does not call ${name}`);
    },
  });
  await privacy.start();
  await privacy.work();
  return {
    databaseUrl: postgres.url,
    owner,
    wakeUps,
    privacy,
    addCompany: async () => {
      const id = newId();
      await owner.query('INSERT INTO profile.company (id, name, slug) VALUES ($1, $2, $3)', [id, 'Acme', `acme-${id}`]);
      return id;
    },
    stop: async () => {
      await queues.close();
      await privacy.destroy();
      await relayDatabase.close();
      await wakeUps.close();
      await owner.end();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
