import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { stackEnv } from './env.ts';
import { retentionFrom } from './retention-env.ts';
import { StartFailure } from './start-failure.ts';

// Vite sets one of its own.
beforeEach(() => void vi.stubEnv('BASE_URL', undefined));
afterEach(() => vi.unstubAllEnvs());

it('keeps events for 30 days, uploads, bodies of webhooks and words for 90, or for as long as it is told', () => {
  expect(retentionFrom(stackEnv())).toEqual({ events: 30, uploads: 90, webhooks: 90, words: 90 });
  vi.stubEnv('RETENTION_EVENTS_DAYS', '7');
  vi.stubEnv('RETENTION_UPLOADS_DAYS', '365');
  vi.stubEnv('RETENTION_WEBHOOKS_DAYS', '14');
  vi.stubEnv('RETENTION_WORDS_DAYS', '30');
  expect(retentionFrom(stackEnv())).toEqual({ events: 7, uploads: 365, webhooks: 14, words: 30 });
});

it.each(['0', '-1', '1.5', 'a month', '100000'])(
  'refuses to keep events for "%s" days, and says which setting it is',
  (days) => {
    vi.stubEnv('RETENTION_EVENTS_DAYS', days);
    expect(stackEnv).toThrow(StartFailure);
    try {
      stackEnv();
    } catch (error) {
      expect((error as StartFailure).remedy).toContain('RETENTION_EVENTS_DAYS');
    }
  },
);
