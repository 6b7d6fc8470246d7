import { BoundedMap } from './bounded-map.ts';

export interface BucketSize {
  /** Tokens that may be taken at once. */
  readonly burst: number;
  /** Tokens that come back in a second. */
  readonly perSecond: number;
}

/** A token bucket for each key, in this process. Both methods answer the seconds to wait; 0 when there is a token. */
export class TokenBuckets {
  readonly #size: BucketSize;
  /** Who was not seen among so many others has a full bucket again anyway. */
  readonly #buckets = new BoundedMap<Bucket>(50_000);

  constructor(size: BucketSize) {
    this.#size = size;
  }

  take(key: string, now = performance.now()): number {
    const bucket = this.#filled(key, now);
    const wait = this.#waitOf(bucket);
    if (wait === 0) bucket.tokens -= 1;
    return wait;
  }

  /** Takes nothing. */
  look(key: string, now = performance.now()): number {
    return this.#waitOf(this.#filled(key, now));
  }

  #filled(key: string, now: number): Bucket {
    const bucket = this.#buckets.get(key) ?? { tokens: this.#size.burst, at: now };
    const refilled = bucket.tokens + ((now - bucket.at) / 1000) * this.#size.perSecond;
    bucket.tokens = Math.min(this.#size.burst, refilled);
    bucket.at = now;
    this.#buckets.set(key, bucket);
    return bucket;
  }

  #waitOf({ tokens }: Bucket): number {
    return tokens >= 1 ? 0 : Math.ceil((1 - tokens) / this.#size.perSecond);
  }
}

interface Bucket {
  tokens: number;
  at: number;
}
