import { join } from 'node:path';
import { createIdentity } from '@teei/router/identity/create-identity';
import { createRouter } from '@teei/router/main';
import { readManifests } from '@teei/router/persisted/manifest';
import { routerSettings } from '@teei/router/settings';
import { createHttpEndpoint } from '@teei/router/subgraph/http-endpoint';
import { createLog } from '@teei/runtime/log';
import { createViewerSigner } from '@teei/runtime/viewer-token';
import { openWakeUps } from '@teei/runtime/wake-ups';
import { Registry } from 'prom-client';
import { forwardFiles } from './forward-files.ts';
import { forwardWebhooks } from './forward-webhooks.ts';
import { mailerFrom } from './mail-env.ts';
import { processEnv } from './process-env.ts';
import { retentionFrom } from './retention-env.ts';
import { authRoutes, cockpitRoutes } from './routes.ts';
import { runProcess } from './run-process.ts';
import { retiredSecrets } from './secrets.ts';

/** The router with sign-in and the cockpit as a process of its own, in front of subgraphs over HTTP. */
await runProcess(async () => {
  const env = processEnv();
  const log = createLog('router', env.LOG_LEVEL);
  const root = join(import.meta.dirname, '../..');
  const baseUrl = env.BASE_URL ?? `http://localhost:${env.PORT}`;
  const production = process.argv.includes('--production');
  const signViewer = createViewerSigner(env.TEEI_SECRET);
  const wakeUps = await openWakeUps({
    databaseUrl: env.DATABASE_URL,
    log,
    ...(env.REDIS_URL === undefined ? {} : { redisUrl: env.REDIS_URL }),
  });
  const mailer = mailerFrom(env, { dataFolder: env.DATA_FOLDER, production });
  const profile = createHttpEndpoint({ name: 'profile', url: env.urlOf('profile'), signViewer });
  const identity = createIdentity({
    databaseUrl: env.DATABASE_URL,
    baseUrl,
    secret: env.TEEI_SECRET,
    retiredSecrets: retiredSecrets(env.TEEI_SECRET_RETIRED),
    trustedOrigins: [`http://127.0.0.1:${env.PORT}`],
    production,
    wakeUps,
    retention: retentionFrom(env),
    log,
    mailer,
    profile: () => profile,
    ssoTrustLocal: !production,
  });
  const router = await createRouter({
    supergraph: { file: join(root, 'router/supergraph.graphql') },
    endpointFor: (name, _url, onBreaker) => createHttpEndpoint({ name, url: env.urlOf(name), signViewer, onBreaker }),
    authenticate: identity.authenticate,
    idempotency: identity.idempotency,
    features: identity.features,
    companyOperations: identity.companyOperations,
    usage: identity.usage,
    spending: env.QUERY_UNITS_PER_DAY === 'off' ? undefined : identity.spending(env.QUERY_UNITS_PER_DAY),
    settings: routerSettings({ production }),
    manifests: await readManifests(join(root, 'router/manifests')),
    redisUrl: env.REDIS_URL,
    log,
    metrics: new Registry(),
    extend: async (app) => {
      authRoutes(app, identity, baseUrl);
      await app.register((scope) =>
        forwardFiles(scope, {
          programsUrl: env.urlOf('programs'),
          privacyUrl: env.urlOf('privacy'),
          authenticate: identity.authenticate,
          signViewer,
        }),
      );
      await app.register((scope) => forwardWebhooks(scope, env.urlOf('programs')));
      await cockpitRoutes(app, join(root, 'web/dist'));
    },
  });
  await router.listen({ port: env.PORT, host: env.HOST });
  return {
    destroy: async () => {
      await router.destroy();
      await identity.destroy();
      mailer.close();
      await wakeUps.close();
    },
  };
});
