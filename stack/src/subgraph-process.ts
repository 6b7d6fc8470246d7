import { join } from 'node:path';
import { privacyRoutes } from '@teei/privacy/routes';
import { programsRoutes } from '@teei/programs/routes';
import { webhookRoutes } from '@teei/programs/webhook-routes';
import { lookAtOperations } from '@teei/router/persisted/look-at-operations';
import { readManifests } from '@teei/router/persisted/manifest';
import { routerSettings } from '@teei/router/settings';
import { createHttpEndpoint } from '@teei/router/subgraph/http-endpoint';
import { supergraphInFile } from '@teei/router/supergraph/supergraph-in-file';
import { createLog } from '@teei/runtime/log';
import { isSubgraphName, subgraphNames } from '@teei/runtime/subgraph-names';
import { createViewerSigner } from '@teei/runtime/viewer-token';
import type { FastifyRequest } from 'fastify';
import { createPlatform } from './create-platform.ts';
import { mailerFrom } from './mail-env.ts';
import { modelAccessFrom } from './model-env.ts';
import { processEnv } from './process-env.ts';
import { retentionFrom } from './retention-env.ts';
import { runProcess } from './run-process.ts';
import { serveSubgraph } from './serve-subgraph.ts';
import { StartFailure } from './start-failure.ts';
import { subgraphFactories } from './subgraphs.ts';

/** One subgraph with its workers as a process of its own: `node stack/dist/subgraph-process.mjs programs`. */
await runProcess(async () => {
  const name = process.argv[2] ?? '';
  if (!isSubgraphName(name))
    throw new StartFailure(`There is no subgraph "${name}".`, `Use one of ${subgraphNames.join(', ')}.`);
  const env = processEnv();
  const log = createLog(name, env.LOG_LEVEL);
  const root = join(import.meta.dirname, '../..');
  const production = process.argv.includes('--production');
  const signViewer = createViewerSigner(env.TEEI_SECRET);
  const platform = await createPlatform({
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    dataFolder: env.DATA_FOLDER,
    retention: retentionFrom(env),
    secret: env.TEEI_SECRET,
    retiredSecrets: env.TEEI_SECRET_RETIRED,
    allowedHosts: env.TEEI_ALLOWED_HOSTS,
    mailer: mailerFrom(env, { dataFolder: env.DATA_FOLDER, production }),
    baseUrl: env.BASE_URL ?? 'http://localhost:4000',
    // Keys go where they are used, and nowhere else.
    remoteModels: name === 'outcomes' ? modelAccessFrom(env) : {},
    ...(name === 'profile'
      ? {
          partnerOperations: lookAtOperations({
            supergraph: supergraphInFile(join(root, 'router/supergraph.graphql')),
            settings: routerSettings({ production }),
            manifests: await readManifests(join(root, 'router/manifests')),
          }),
        }
      : {}),
    log,
    subgraph: (other) => createHttpEndpoint({ name: other, url: env.urlOf(other), signViewer }),
  });
  const subgraph = subgraphFactories[name](platform);
  const service = await serveSubgraph(subgraph, env.TEEI_SECRET);
  if (name === 'programs') {
    await service.app.register((scope) => programsRoutes(scope, subgraph.parts, service.viewerOf));
    await service.app.register((scope) => webhookRoutes(scope, subgraph.parts, { addressOf: senderOf }));
  }
  if (name === 'privacy') await service.app.register((scope) => privacyRoutes(scope, subgraph.parts, service.viewerOf));
  await subgraph.start();
  await service.app.listen({ port: env.PORT, host: env.HOST });
  await subgraph.work();
  return {
    destroy: async () => {
      await service.destroy();
      await platform.close([subgraph]);
    },
  };
});

/** Only the router reaches this process, and says in this header whom it forwards for. */
function senderOf({ headers, ip }: FastifyRequest): string {
  const named = headers['x-forwarded-for'];
  return typeof named === 'string' ? named : ip;
}
