import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { StartFailure } from './start-failure.ts';

export interface StartOptions {
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  readonly demo: boolean;
  readonly production: boolean;
}

export interface StartEnv {
  readonly PORT?: string | undefined;
  readonly HOST?: string | undefined;
  readonly DATA_FOLDER?: string | undefined;
}

export const usage = `npm start -- [options]
  --port N       port of the cockpit and the graph (4000; or PORT)
  --host H       address to listen on (127.0.0.1; or HOST)
  --data FOLDER  where data is kept (.data; or DATA_FOLDER)
  --no-demo      start without demo companies and users
  --production   refuse demo users and default secrets, hide what helps only developers
Environment: DATABASE_URL, REDIS_URL, TEEI_SECRET, BASE_URL, LOG_LEVEL, SMTP_URL, MAIL_FROM, RETENTION_EVENTS_DAYS,
RETENTION_UPLOADS_DAYS, RETENTION_WEBHOOKS_DAYS, RETENTION_WORDS_DAYS, ANTHROPIC_API_KEY,
OPENAI_API_KEY, GOOGLE_API_KEY`;

/** Throws `StartFailure` for an option that there is not. */
export function startOptions(args: readonly string[], env: StartEnv): StartOptions {
  const values = parse(args);
  const port = Number(values.port ?? env.PORT ?? 4000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new StartFailure(
      `"${values.port ?? env.PORT}" is no port.`,
      'Use a number from 0 to 65535; 0 takes a free one.',
    );
  }
  const production = values.production ?? false;
  if (production && values.demo === true) {
    throw new StartFailure('Production has no demo users.', 'Leave out --demo or --production.');
  }
  return {
    port,
    host: values.host ?? env.HOST ?? '127.0.0.1',
    dataFolder: resolve(values.data ?? env.DATA_FOLDER ?? '.data'),
    demo: !(values['no-demo'] ?? false) && !production,
    production,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        demo: { type: 'boolean' },
        'no-demo': { type: 'boolean' },
        production: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new StartFailure(error instanceof Error ? error.message : String(error), usage);
  }
}
