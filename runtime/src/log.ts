import { type Logger, pino } from 'pino';

export type { Logger };

/** What of an error may be logged where its text may quote a row: PostgreSQL's details hold the values of it. */
export function plainError(error: unknown): Readonly<Record<string, string>> {
  const given = typeof error === 'object' && error !== null ? error : {};
  const texts = ['name', 'code', 'severity', 'schema', 'table', 'constraint'].flatMap((field) => {
    const value = (given as Record<string, unknown>)[field];
    return typeof value === 'string' ? [[field, value] as const] : [];
  });
  return Object.fromEntries(texts);
}

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
