import { createHash } from 'node:crypto';
import { type BucketSize, TokenBuckets } from '@teei/runtime/token-buckets';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';

/**
 * Token buckets in Redis that all routers take from. While Redis is away each router counts for itself: a limit that is
 * several times too wide for a while is better than no service, or no limit.
 */
export async function openSharedBuckets(redisUrl: string, log: Logger): Promise<SharedBuckets> {
  const buckets = new SharedBuckets(redisUrl, log);
  await buckets.connect();
  return buckets;
}

class SharedBuckets {
  readonly #redis: Redis;
  readonly #log: Logger;
  #isAway = false;
  #retryAt = 0;

  constructor(redisUrl: string, log: Logger) {
    this.#log = log;
    this.#redis = new Redis(redisUrl, {
      lazyConnect: true,
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      connectTimeout: 2000,
      commandTimeout: patience,
      retryStrategy: (attempt) => Math.min(100 * attempt, 2000),
    });
    this.#redis.on('error', (error) => this.#lost(error));
  }

  /** Resolves when Redis answers or has been found not to; the connection is tried again from then on. */
  async connect(): Promise<void> {
    await this.#redis.connect().catch((error: unknown) => this.#lost(error));
  }

  open(size: BucketSize): { take(key: string): number | Promise<number> } {
    const own = new TokenBuckets(size);
    return {
      take: (key) => {
        if (this.#redis.status !== 'ready') this.#lost();
        return this.#isAway && performance.now() < this.#retryAt ? own.take(key) : this.#take(key, size, own);
      },
    };
  }

  async destroy(): Promise<void> {
    this.#redis.disconnect();
  }

  async #take(key: string, size: BucketSize, own: TokenBuckets): Promise<number> {
    try {
      const seconds = await this.#redis.eval(script, 1, nameOf(key), size.burst, size.perSecond);
      if (this.#isAway) this.#log.info('Redis answers again: rate limits count for all routers together');
      this.#isAway = false;
      return Number(seconds);
    } catch (error) {
      this.#lost(error);
      return own.take(key);
    }
  }

  #lost(err?: unknown): void {
    // One that hangs is not waited for with every request.
    this.#retryAt = performance.now() + 1000;
    if (!this.#isAway)
      this.#log.warn({ err }, 'Redis is away: until it answers, each router counts rate limits for itself');
    this.#isAway = true;
  }
}

/** Milliseconds that a request may wait for Redis. */
const patience = 250;

/** Hashed: addresses and accounts are nobody's business who reads Redis. */
function nameOf(key: string): string {
  return `teei:rate:${createHash('sha256').update(key).digest('base64url')}`;
}

/** One step for Redis, by its own clock. A bucket that would be full again is forgotten. */
const script = `
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
local burst, perSecond = tonumber(ARGV[1]), tonumber(ARGV[2])
local bucket = redis.call('HMGET', KEYS[1], 'tokens', 'at')
local since = math.max(0, now - (tonumber(bucket[2]) or now))
local tokens = math.min(burst, (tonumber(bucket[1]) or burst) + since / 1000 * perSecond)
local wait = 0
if tokens < 1 then wait = math.ceil((1 - tokens) / perSecond) else tokens = tokens - 1 end
redis.call('HSET', KEYS[1], 'tokens', tostring(tokens), 'at', tostring(now))
redis.call('PEXPIRE', KEYS[1], math.ceil(burst / perSecond * 1000))
return wait
`;
