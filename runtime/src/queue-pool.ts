import pg from 'pg';

/**
 * The connections of every queue of this process. Each running worker keeps one to be woken on; the rest are shared, so that thirty
 * queues do not open a hundred. `onError` hears of connections that were lost while nobody used them.
 */
export function openQueuePool(databaseUrl: string, onError: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    // BullMQ looks for its tables by their bare names when it is given a pool.
    options: '-c search_path=bullmq',
    max: 96,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  }).on('error', onError);
  // A connection that is lost in somebody's hands fails his query; as an event that nobody hears it would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  // Every queue asks to hear of every lost connection; one is told, for all.
  pool.on = () => pool;
  return pool;
}
