import { z } from 'zod';
import { mailEnv } from './mail-env.ts';
import { modelEnv } from './model-env.ts';
import { queryEnv } from './query-env.ts';
import { retentionEnv } from './retention-env.ts';
import { StartFailure } from './start-failure.ts';

const schema = z.object({
  DATABASE_URL: z.string().min(1).optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'must be a URL such as redis://localhost:6379' }).optional(),
  TEEI_SECRET: z.string().optional(),
  TEEI_SECRET_RETIRED: z.string().optional(),
  TEEI_ALLOWED_HOSTS: z.string().optional(),
  BASE_URL: z.url({ protocol: /^https?$/, error: 'must be a URL such as https://teei.example.com' }).optional(),
  ...queryEnv,
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
  ...retentionEnv,
  ...mailEnv,
  ...modelEnv,
  PORT: z.string().optional(),
  HOST: z.string().optional(),
  DATA_FOLDER: z.string().optional(),
});

export type StackEnv = z.infer<typeof schema>;

/** The one place of the stack that reads the environment. Throws `StartFailure`. */
export function stackEnv(): StackEnv {
  const parsed = schema.safeParse(process.env);
  if (parsed.success) return parsed.data;
  throw new StartFailure('The environment is not usable.', z.prettifyError(parsed.error));
}
