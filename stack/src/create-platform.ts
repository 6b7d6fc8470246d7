import { join } from 'node:path';
import type { Platform, Subgraph } from '@teei/runtime/create-subgraph';
import { openDatabase } from '@teei/runtime/database';
import { createGuardedFetch } from '@teei/runtime/guarded-fetch';
import type { Logger } from '@teei/runtime/log';
import type { Mailer } from '@teei/runtime/mailer';
import type { PartnerOperations } from '@teei/runtime/partner-operations';
import { openQueues } from '@teei/runtime/queues';
import type { RemoteModelAccess } from '@teei/runtime/remote-model-access';
import type { Retention } from '@teei/runtime/retention';
import { createSealer } from '@teei/runtime/sealed-secret';
import type { SubgraphEndpoint } from '@teei/runtime/subgraph';
import type { SubgraphName } from '@teei/runtime/subgraph-names';
import { openWakeUps } from '@teei/runtime/wake-ups';
import { calmHeap } from './calm-heap.ts';
import { retiredSecrets } from './secrets.ts';

export interface PlatformOptions {
  readonly databaseUrl: string;
  readonly redisUrl: string | undefined;
  readonly dataFolder: string;
  readonly secret: string;
  /** Earlier secrets, separated by spaces. */
  readonly retiredSecrets: string | undefined;
  readonly retention: Retention;
  /** Hosts in private networks that may be called, separated by spaces. */
  readonly allowedHosts: string | undefined;
  readonly mailer: Mailer;
  readonly baseUrl: string;
  readonly remoteModels: RemoteModelAccess;
  readonly partnerOperations?: PartnerOperations;
  readonly log: Logger;
  readonly subgraph: (name: SubgraphName) => SubgraphEndpoint;
}

export interface OpenPlatform extends Platform {
  close(subgraphs: readonly Subgraph[]): Promise<void>;
}

/** Opens what subgraphs stand on: queues, wake-ups and the connection that reads outboxes. */
export async function createPlatform(options: PlatformOptions): Promise<OpenPlatform> {
  const { databaseUrl, dataFolder, retention, log, subgraph } = options;
  const connection = { databaseUrl, log, ...(options.redisUrl === undefined ? {} : { redisUrl: options.redisUrl }) };
  calmHeap();
  const wakeUps = await openWakeUps(connection);
  const queues = openQueues(connection);
  const relayDatabase = openDatabase({ url: databaseUrl, role: 'teei_relay', connections: 6, pipeline: true });
  return {
    databaseUrl,
    relayDatabase,
    queues,
    wakeUps,
    log,
    dataFolder: join(dataFolder),
    retention,
    mailer: options.mailer,
    baseUrl: new URL(options.baseUrl).origin,
    remoteModels: options.remoteModels,
    ...(options.partnerOperations ? { partnerOperations: options.partnerOperations } : {}),
    outgoing: createGuardedFetch({ allowedHosts: options.allowedHosts?.split(/\s+/).filter(Boolean) ?? [] }),
    sealer: createSealer(options.secret, retiredSecrets(options.retiredSecrets)),
    subgraph,
    // Workers first, so that what is in hand is finished while everything it needs is still there.
    close: async (subgraphs) => {
      await queues.close();
      await Promise.all(subgraphs.map((each) => each.destroy()));
      await wakeUps.close();
      await relayDatabase.close();
      options.mailer.close();
    },
  };
}
