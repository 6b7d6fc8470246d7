import type { Database } from '@teei/runtime/database';
import type { Logger } from '@teei/runtime/log';
import { clearOldEvents, type Retention, retentionInterval } from '@teei/runtime/retention';

/** What can be used no more, in statements that each take a few rows. Keys stay to be looked at for a month, counts of calls for 400 days. */
const expired = [
  `DELETE FROM identity.session WHERE id IN (SELECT id FROM identity.session WHERE expires_at < now() LIMIT 5000)`,
  `DELETE FROM identity.verification WHERE id IN (SELECT id FROM identity.verification WHERE expires_at < now() LIMIT 5000)`,
  `DELETE FROM identity.reset_mail WHERE id IN (
    SELECT id FROM identity.reset_mail WHERE asked_at < now() - interval '7 days' LIMIT 5000)`,
  `DELETE FROM profile.invitation WHERE (company_id, id) IN (
    SELECT company_id, id FROM profile.invitation
    WHERE coalesce(accepted_at, withdrawn_at, expires_at) < now() - interval '90 days' LIMIT 5000)`,
  `DELETE FROM profile.api_key WHERE (company_id, id) IN (
    SELECT company_id, id FROM profile.api_key WHERE expires_at < now() - interval '31 days' LIMIT 5000)`,
  `DELETE FROM profile.operation_usage WHERE (company_id, day, hash, counter_id) IN (
    SELECT company_id, day, hash, counter_id FROM profile.operation_usage WHERE day < current_date - 400 LIMIT 5000)`,
] as const;

/** As teei_relay, which sees in every company what is over. */
const expiredAnswers = `DELETE FROM identity.idempotent_answer WHERE (company_id, actor, key_hash) IN (
  SELECT company_id, actor, key_hash FROM identity.idempotent_answer WHERE expires_at < now() LIMIT 5000)`;

export interface ExpiryHost {
  readonly database: Database;
  /** Acts as teei_relay. */
  readonly relayDatabase: Database;
  readonly retention: Retention;
  readonly log: Logger;
}

/** Clears now what has expired, and identity's outbox. Several processes may do so at once. */
export async function clearExpired({ database, relayDatabase, retention, log }: ExpiryHost): Promise<void> {
  for (const text of expired) while ((await database.pool.query(text)).rowCount);
  while ((await relayDatabase.pool.query(expiredAnswers)).rowCount);
  await clearOldEvents({ schema: 'identity', relayDatabase, retention, log }, []);
}

/** Clears every hour, by a timer: the router has no queue. Resolves, when it is stopped, once what is in hand is done. */
export function startExpiry(host: ExpiryHost): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  const clear = (): void => {
    running = clearExpired(host).catch((error: unknown) =>
      host.log.warn({ err: error }, 'what has expired could not be cleared and is tried again in an hour'),
    );
  };
  const timer = setInterval(clear, retentionInterval);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
