import type { Viewer } from '@teei/runtime/viewer';
import { BoundedMap } from '../bounded-map.ts';
import { Refusal } from '../refusal.ts';
import type { RouterSettings } from '../settings.ts';
import { viewerAccount } from '../viewer-key.ts';

/** The limits of one router, over HTTP and over WebSocket together. */
export class RateLimits {
  readonly #addresses: RateLimit | undefined;
  readonly #viewers: RateLimit | undefined;

  constructor({ perAddress, perViewer }: RouterSettings['rateLimit']) {
    this.#addresses = perAddress ? new RateLimit('this address', perAddress) : undefined;
    this.#viewers = perViewer ? new RateLimit('this account', perViewer) : undefined;
  }

  /** Throws `Refusal`. */
  admitAddress(address: string): void {
    this.#addresses?.take(address);
  }

  /** Throws `Refusal`. Anonymous viewers are counted by their address only. */
  admitViewer(viewer: Viewer): void {
    const account = viewerAccount(viewer);
    if (account !== undefined) this.#viewers?.take(account);
  }
}

export interface BucketSize {
  readonly burst: number;
  readonly perSecond: number;
}

/** A token bucket for each account or address, in this process. */
export class RateLimit {
  readonly #size: BucketSize;
  readonly #what: string;
  /** Who was not seen among so many others has a full bucket again anyway. */
  readonly #buckets = new BoundedMap<Bucket>(50_000);

  /** `what` completes the sentence "Too many requests from ...". */
  constructor(what: string, size: BucketSize) {
    this.#what = what;
    this.#size = size;
  }

  /** Throws `Refusal` when there is no token left. */
  take(key: string, now = performance.now()): void {
    const bucket = this.#buckets.get(key) ?? { tokens: this.#size.burst, at: now };
    const refilled = bucket.tokens + ((now - bucket.at) / 1000) * this.#size.perSecond;
    bucket.tokens = Math.min(this.#size.burst, refilled);
    bucket.at = now;
    this.#buckets.set(key, bucket);
    if (bucket.tokens < 1) {
      const seconds = Math.ceil((1 - bucket.tokens) / this.#size.perSecond);
      throw new Refusal('RATE_LIMITED', `Too many requests from ${this.#what}`, seconds);
    }
    bucket.tokens -= 1;
  }
}

interface Bucket {
  tokens: number;
  at: number;
}
