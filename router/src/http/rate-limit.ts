import { type BucketSize, TokenBuckets } from '@teei/runtime/token-buckets';
import type { Viewer } from '@teei/runtime/viewer';
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

/** A token bucket for each account or address, in this process. */
export class RateLimit {
  readonly #buckets: TokenBuckets;
  readonly #what: string;

  /** `what` completes the sentence "Too many requests from ...". */
  constructor(what: string, size: BucketSize) {
    this.#buckets = new TokenBuckets(size);
    this.#what = what;
  }

  /** Throws `Refusal` when there is no token left. */
  take(key: string): void {
    const seconds = this.#buckets.take(key);
    if (seconds > 0) throw new Refusal('RATE_LIMITED', `Too many requests from ${this.#what}`, seconds);
  }
}
