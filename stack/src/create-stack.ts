import { join } from 'node:path';
import { privacyRoutes } from '@teei/privacy/routes';
import { programsRoutes } from '@teei/programs/routes';
import type { WebhookLimits } from '@teei/programs/webhook-limits';
import { webhookRoutes } from '@teei/programs/webhook-routes';
import { createIdentity, type Identity } from '@teei/router/identity/create-identity';
import { createRouter, type Router } from '@teei/router/main';
import { lookAtOperations } from '@teei/router/persisted/look-at-operations';
import { readManifests } from '@teei/router/persisted/manifest';
import { type RouterSettingsInput, routerSettings } from '@teei/router/settings';
import type { Subgraph } from '@teei/runtime/create-subgraph';
import type { Logger } from '@teei/runtime/log';
import { folderMailer, type Mailer } from '@teei/runtime/mailer';
import type { RemoteModelAccess } from '@teei/runtime/remote-model-access';
import { defaultRetention, type Retention } from '@teei/runtime/retention';
import { isSubgraphName, type SubgraphName } from '@teei/runtime/subgraph-names';
import type { FastifyRequest } from 'fastify';
import { Registry } from 'prom-client';
import { createPlatform, type OpenPlatform } from './create-platform.ts';
import { migrate } from './migrate.ts';
import { openPlatformDatabase, type PlatformDatabase } from './open-database.ts';
import { authRoutes, cockpitRoutes } from './routes.ts';
import { platformSecret, retiredSecrets } from './secrets.ts';
import { subgraphFactories } from './subgraphs.ts';
import { usablePort } from './usable-port.ts';

export interface StackOptions {
  readonly dataFolder: string;
  /** 0 takes a free port. */
  readonly port: number;
  readonly host?: string;
  readonly databaseUrl?: string | undefined;
  readonly redisUrl?: string | undefined;
  /** Where browsers find the platform; http://localhost:<port> by default. */
  readonly baseUrl?: string | undefined;
  readonly secret?: string | undefined;
  readonly retiredSecrets?: string | undefined;
  readonly allowedHosts?: string | undefined;
  /** Mails go into files in the data folder by default. */
  readonly mailer?: Mailer;
  /** No model but the local one by default. */
  readonly remoteModels?: RemoteModelAccess;
  readonly production?: boolean;
  readonly router?: RouterSettingsInput;
  /** Units of cost that each company may spend a day on operations that its members write; without a limit by default. */
  readonly queryUnits?: number | 'off';
  readonly webhookLimits?: WebhookLimits;
  readonly retention?: Retention;
  readonly log: Logger;
  /** Told of each step as it begins. */
  readonly progress?: (step: string) => void;
}

export interface Stack {
  readonly url: string;
  readonly databaseUrl: string;
  readonly databasePlace: string;
  readonly identity: Identity;
  readonly platform: OpenPlatform;
  readonly subgraphs: Readonly<Record<SubgraphName, Subgraph>>;
  readonly router: Router;
  destroy(): Promise<void>;
}

const root = join(import.meta.dirname, '../..');

/** The whole platform in this process: database, subgraphs, workers, router and cockpit. Throws `StartFailure`. */
export async function createStack(options: StackOptions): Promise<Stack> {
  const progress = options.progress ?? (() => undefined);
  const undo: (() => Promise<void>)[] = [];
  const destroy = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const port = await usablePort(options.port, options.host);
    const secret = await platformSecret(options.dataFolder, options.secret, options.production ?? false);
    progress('starting the database');
    const database = await openPlatformDatabase({ url: options.databaseUrl, dataFolder: options.dataFolder }, progress);
    undo.push(() => database.stop());
    progress('bringing the database up to date');
    await migrate(database.url);
    progress('starting subgraphs, workers and router');
    return await assemble({ ...options, port, secret, database, undo, destroy });
  } catch (error) {
    await destroy();
    throw error;
  }
}

interface Assembly extends StackOptions {
  readonly secret: string;
  readonly database: PlatformDatabase;
  readonly undo: (() => Promise<void>)[];
  readonly destroy: () => Promise<void>;
}

async function assemble(parts: Assembly): Promise<Stack> {
  const { database, log, port, undo } = parts;
  const retention = parts.retention ?? defaultRetention;
  const baseUrl = parts.baseUrl ?? `http://localhost:${port}`;
  const mailer = parts.mailer ?? folderMailer(join(parts.dataFolder, 'mails'));
  const made: Partial<Record<SubgraphName, Subgraph>> = {};
  const subgraph = (name: SubgraphName): Subgraph => {
    const found = made[name];
    if (!found) throw new Error(`the subgraph ${name} was called before it was made`);
    return found;
  };
  const settings = routerSettings({ production: parts.production ?? false, ...parts.router });
  const manifests = await readManifests(join(root, 'router/manifests'));
  let router: Router | undefined;
  const platform = await createPlatform({
    databaseUrl: database.url,
    redisUrl: parts.redisUrl,
    dataFolder: parts.dataFolder,
    retention,
    secret: parts.secret,
    retiredSecrets: parts.retiredSecrets,
    allowedHosts: parts.allowedHosts,
    mailer,
    baseUrl,
    remoteModels: parts.remoteModels ?? {},
    partnerOperations: lookAtOperations({ supergraph: () => inService(router), settings, manifests }),
    log,
    subgraph,
  });
  for (const [name, create] of Object.entries(subgraphFactories)) made[name as SubgraphName] = create(platform);
  const subgraphs = made as Record<SubgraphName, Subgraph>;
  undo.push(() => platform.close(Object.values(subgraphs)));
  const identity = createIdentity({
    databaseUrl: database.url,
    baseUrl,
    secret: parts.secret,
    retiredSecrets: retiredSecrets(parts.retiredSecrets),
    trustedOrigins: [`http://127.0.0.1:${port}`],
    production: parts.production ?? false,
    wakeUps: platform.wakeUps,
    retention,
    log,
    mailer,
    profile: () => subgraph('profile'),
    ssoTrustLocal: !parts.production,
  });
  undo.push(() => identity.destroy());
  await Promise.all(Object.values(subgraphs).map((each) => each.start()));
  const listening = await createRouter({
    supergraph: { file: join(root, 'router/supergraph.graphql') },
    endpointFor: (name) => {
      if (!isSubgraphName(name))
        throw new Error(`the supergraph names a subgraph "${name}" that this platform does not have`);
      // Only the seam: a router that is stopped must not stop the subgraph, whose workers still have jobs in hand.
      const { execute, subscribe } = subgraph(name);
      return { name, execute, subscribe };
    },
    authenticate: identity.authenticate,
    idempotency: identity.idempotency,
    features: identity.features,
    companyOperations: identity.companyOperations,
    usage: identity.usage,
    spending: typeof parts.queryUnits === 'number' ? identity.spending(parts.queryUnits) : undefined,
    settings,
    manifests,
    redisUrl: parts.redisUrl,
    log,
    metrics: new Registry(),
    extend: async (app) => {
      authRoutes(app, identity, baseUrl);
      const viewerOf = ({ headers, ip, url }: FastifyRequest) => identity.authenticate.request({ headers, ip, url });
      await app.register((scope) => programsRoutes(scope, subgraphs.programs.parts, viewerOf));
      await app.register((scope) => privacyRoutes(scope, subgraphs.privacy.parts, viewerOf));
      const webhooks = parts.webhookLimits ? { limits: parts.webhookLimits } : {};
      await app.register((scope) => webhookRoutes(scope, subgraphs.programs.parts, webhooks));
      await cockpitRoutes(app, join(root, 'web/dist'));
    },
  });
  router = listening;
  undo.push(() => listening.destroy());
  await listening.listen({ port, host: parts.host ?? '127.0.0.1' });
  await Promise.all(Object.values(subgraphs).map((each) => each.work()));
  return {
    url: `http://localhost:${port}`,
    databaseUrl: database.url,
    databasePlace: database.place,
    identity,
    platform,
    subgraphs,
    router: listening,
    destroy: parts.destroy,
  };
}

function inService(router: Router | undefined): ReturnType<Router['supergraph']> {
  if (!router) throw new Error('the router was asked for its supergraph before it was made');
  return router.supergraph();
}
