import { type BucketSize, TokenBuckets } from '@teei/runtime/token-buckets';

/** `false` turns the limit off. */
export interface WebhookLimits {
  /** Deliveries that one endpoint may be sent. */
  readonly perEndpoint: BucketSize | false;
}

export const defaultWebhookLimits: WebhookLimits = { perEndpoint: { burst: 10_000, perSecond: 3_000 } };

/** What does not verify: from one address to one target, and from one address in all. Senders of many companies share addresses. */
const failuresToTarget: BucketSize = { burst: 30, perSecond: 3 };
const failuresInAll: BucketSize = { burst: 600, perSecond: 60 };

/** Counts what is refused before it is known who sends, and what is accepted after. Answers are seconds to wait, 0 for none. */
export class WebhookRates {
  readonly #endpoints: TokenBuckets | undefined;
  readonly #toTarget = new TokenBuckets(failuresToTarget);
  readonly #inAll = new TokenBuckets(failuresInAll);

  constructor({ perEndpoint }: WebhookLimits) {
    this.#endpoints = perEndpoint ? new TokenBuckets(perEndpoint) : undefined;
  }

  /** Whether this address has failed too often to be heard now. */
  beforeVerifying(address: string, target: string): number {
    return Math.max(this.#toTarget.look(`${address} ${target}`), this.#inAll.look(address));
  }

  failed(address: string, target: string): void {
    this.#toTarget.take(`${address} ${target}`);
    this.#inAll.take(address);
  }

  accept(endpointId: string): number {
    return this.#endpoints?.take(endpointId) ?? 0;
  }
}
