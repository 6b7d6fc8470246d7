import { isSubgraphName, type SubgraphName, subgraphNames } from '@teei/runtime/subgraph-names';
import { z } from 'zod';
import { mailEnv } from './mail-env.ts';
import { modelEnv } from './model-env.ts';
import { queryEnv } from './query-env.ts';
import { retentionEnv } from './retention-env.ts';
import { StartFailure } from './start-failure.ts';

const url = z.url({ protocol: /^https?$/ });

const schema = z.object({
  DATABASE_URL: z.string().min(1),
  REDIS_URL: z.string().optional(),
  TEEI_SECRET: z.string().min(32, 'needs at least 32 characters'),
  TEEI_SECRET_RETIRED: z.string().optional(),
  TEEI_ALLOWED_HOSTS: z.string().optional(),
  BASE_URL: url.optional(),
  DATA_FOLDER: z.string().default('.data'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
  ...retentionEnv,
  ...mailEnv,
  ...modelEnv,
  ...queryEnv,
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535),
  SUBGRAPH_PROFILE_URL: url,
  SUBGRAPH_PROGRAMS_URL: url,
  SUBGRAPH_OUTCOMES_URL: url,
  SUBGRAPH_REPORTS_URL: url,
  SUBGRAPH_DELIVERIES_URL: url,
  SUBGRAPH_PRIVACY_URL: url,
});

/** What one process of the distributed platform is told. */
export type ProcessEnv = z.infer<typeof schema> & { readonly urlOf: (name: string) => string };

/** Throws `StartFailure`. */
export function processEnv(): ProcessEnv {
  const parsed = schema.safeParse(process.env);
  if (!parsed.success) throw new StartFailure('The environment is not usable.', z.prettifyError(parsed.error));
  const env = parsed.data;
  const urls: Record<SubgraphName, string> = {
    profile: env.SUBGRAPH_PROFILE_URL,
    programs: env.SUBGRAPH_PROGRAMS_URL,
    outcomes: env.SUBGRAPH_OUTCOMES_URL,
    reports: env.SUBGRAPH_REPORTS_URL,
    deliveries: env.SUBGRAPH_DELIVERIES_URL,
    privacy: env.SUBGRAPH_PRIVACY_URL,
  };
  const urlOf = (name: string): string => {
    if (isSubgraphName(name)) return urls[name];
    throw new StartFailure(`There is no subgraph "${name}".`, `Use one of ${subgraphNames.join(', ')}.`);
  };
  return { ...env, urlOf };
}
