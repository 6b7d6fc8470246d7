import { type BucketSize, TokenBuckets } from '@teei/runtime/token-buckets';
import type { Viewer } from '@teei/runtime/viewer';
import { Refusal } from '../refusal.ts';
import type { RouterSettings } from '../settings.ts';
import { viewerAccount } from '../viewer-key.ts';

/** The limits of the router, over HTTP and over WebSocket together. */
export class RateLimits {
  readonly #addresses: Buckets | undefined;
  readonly #viewers: Buckets | undefined;

  /** Buckets are those of this process alone, unless `open` says otherwise. */
  constructor({ perAddress, perViewer }: RouterSettings['rateLimit'], open: OpenBuckets = ownBuckets) {
    this.#addresses = perAddress ? open(perAddress) : undefined;
    this.#viewers = perViewer ? open(perViewer) : undefined;
  }

  /** Throws `Refusal`, or rejects with it: there is a promise only where somebody else has to be asked. */
  admitAddress(address: string): Promise<void> | undefined {
    return this.#addresses && admit(this.#addresses, `address ${address}`, 'this address');
  }

  /** The same. Anonymous viewers are counted by their address only. */
  admitViewer(viewer: Viewer): Promise<void> | undefined {
    const account = this.#viewers && viewerAccount(viewer);
    if (!this.#viewers || account === undefined) return undefined;
    return admit(this.#viewers, account, 'this account');
  }
}

export type OpenBuckets = (size: BucketSize) => Buckets;

interface Buckets {
  /** Takes a token. 0, or the whole seconds until there is one again. */
  take(key: string): number | Promise<number>;
}

const ownBuckets: OpenBuckets = (size) => new TokenBuckets(size);

/** `what` completes the sentence "Too many requests from ...". */
function admit(buckets: Buckets, key: string, what: string): Promise<void> | undefined {
  const wait = buckets.take(key);
  if (typeof wait === 'number') return refuseWhile(wait, what);
  return wait.then((seconds) => refuseWhile(seconds, what));
}

function refuseWhile(seconds: number, what: string): undefined {
  if (seconds > 0) throw new Refusal('RATE_LIMITED', `Too many requests from ${what}`, seconds);
}
