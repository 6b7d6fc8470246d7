import type { Logger } from '@teei/runtime/log';
import { isAPIError } from 'better-auth/api';

type Level = 'debug' | 'info' | 'success' | 'warn' | 'error';

/** better-auth's messages in our log, without what people are called and without what they typed. */
export function authLog(log: Logger): {
  level: 'warn';
  log: (level: Level, message: string, ...args: unknown[]) => void;
} {
  return {
    level: 'warn',
    log: (level, message, ...args) => {
      const error = args.find((arg) => arg instanceof Error);
      const facts = error ? { error: error.name, problem: withoutAddresses(error.message) } : {};
      log[level === 'success' ? 'info' : level](facts, withoutAddresses(message));
    },
  };
}

/** A refusal is an answer like any other; only what nobody meant to happen is worth a line. */
export function reportAuthError(log: Logger, error: unknown): void {
  if (isAPIError(error) && error.statusCode < 500) return;
  const problem = error instanceof Error ? { error: error.name, problem: withoutAddresses(error.message) } : {};
  log.error(problem, 'a sign-in request failed unexpectedly');
}

export function withoutAddresses(text: string): string {
  return text.replace(/[^\s@<>"']+@[^\s@<>"']+/g, '<e-mail>');
}
