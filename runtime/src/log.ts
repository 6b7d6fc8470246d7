import { type Logger, pino } from 'pino';

export type { Logger };

/** JSON lines on stderr. Ids, codes and counts only: what people wrote or are called never reaches a log. */
export function createLog(service: string, level = 'info'): Logger {
  return pino(
    {
      level,
      base: { service },
      redact: ['req.headers.authorization', 'req.headers.cookie', 'password', 'secret', 'email', '*.email'],
    },
    pino.destination(2),
  );
}
