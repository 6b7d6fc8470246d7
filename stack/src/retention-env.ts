import { defaultRetention, type Retention } from '@teei/runtime/retention';
import { longestWordRetention, shortestWordRetention } from '@teei/runtime/word-retention-bounds';
import { z } from 'zod';

/** Inboxes keep at least a day, whatever is set: the database lets nobody delete what is younger. */
const days = z.coerce.number({ error: 'must be a number of days' }).int().min(1).max(3_650);

/** For how long things are kept, in days. */
export const retentionEnv = {
  RETENTION_EVENTS_DAYS: days.default(defaultRetention.events),
  RETENTION_UPLOADS_DAYS: days.default(defaultRetention.uploads),
  RETENTION_WEBHOOKS_DAYS: days.default(defaultRetention.webhooks),
  // The bounds within which a company may choose, too.
  RETENTION_WORDS_DAYS: days.min(shortestWordRetention).max(longestWordRetention).default(defaultRetention.words),
};

export function retentionFrom(env: {
  readonly RETENTION_EVENTS_DAYS: number;
  readonly RETENTION_UPLOADS_DAYS: number;
  readonly RETENTION_WEBHOOKS_DAYS: number;
  readonly RETENTION_WORDS_DAYS: number;
}): Retention {
  return {
    events: env.RETENTION_EVENTS_DAYS,
    uploads: env.RETENTION_UPLOADS_DAYS,
    webhooks: env.RETENTION_WEBHOOKS_DAYS,
    words: env.RETENTION_WORDS_DAYS,
  };
}
