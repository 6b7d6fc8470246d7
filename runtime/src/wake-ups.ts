import { createPostgresRelayBackend, type PostgresConnectionOptions, Relay } from 'bullmq';
import type { Logger } from './log.ts';

/**
 * Tells every process that an outbox has news. A wake-up carries nothing: whoever wakes reads the outbox, so a lost
 * or doubled wake-up costs time, never an event.
 */
export interface WakeUps {
  wake(outbox: string): void;
  on(outbox: string, listener: () => void): () => void;
  close(): Promise<void>;
}

export interface WakeUpOptions {
  readonly databaseUrl: string;
  readonly redisUrl?: string;
  readonly log: Logger;
}

export async function openWakeUps(options: WakeUpOptions): Promise<WakeUps> {
  const relay = openRelay(options);
  let closed = false;
  relay.on('error', (error) => {
    if (!closed) options.log.warn({ err: error }, 'wake-ups are disturbed; readers poll meanwhile');
  });
  await relay.waitUntilReady();
  const listeners = new Map<string, Set<() => void>>();
  const pending = new Set<string>();
  const subscription = await relay.subscribe('outbox.*', ({ topic }) => ring(topic.slice('outbox.'.length)));
  function ring(outbox: string): void {
    for (const listener of listeners.get(outbox) ?? []) listener();
  }
  return {
    wake: (outbox) => {
      ring(outbox);
      // Many commits in one moment become one message to the other processes.
      if (pending.has(outbox)) return;
      pending.add(outbox);
      setTimeout(() => {
        pending.delete(outbox);
        relay.publish(`outbox.${outbox}`, 1).catch(() => undefined);
      }, 5);
    },
    on: (outbox, listener) => {
      const set = listeners.get(outbox) ?? new Set();
      listeners.set(outbox, set.add(listener));
      return () => void set.delete(listener);
    },
    close: async () => {
      closed = true;
      await subscription.unsubscribe().catch(() => undefined);
      await relay.close();
    },
  };
}

function openRelay({
  databaseUrl,
  redisUrl,
}: WakeUpOptions): Pick<Relay, 'on' | 'waitUntilReady' | 'subscribe' | 'publish' | 'close'> {
  if (redisUrl) return new Relay({ connection: { url: redisUrl, maxRetriesPerRequest: null }, namespace: 'teei' });
  return new Relay<PostgresConnectionOptions>({
    connection: { connectionString: databaseUrl, max: 3, migrate: true },
    namespace: 'teei',
    backend: createPostgresRelayBackend,
  });
}
