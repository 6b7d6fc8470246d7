import { request } from 'undici';

/** While a subgraph is out of service, asks its `/healthz` each second and says when it is well again. */
export class HealthProbe {
  readonly #url: string;
  readonly #onHealthy: () => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(graphqlUrl: string, onHealthy: () => void) {
    this.#url = new URL('/healthz', graphqlUrl).href;
    this.#onHealthy = onHealthy;
  }

  watch(isDown: boolean): void {
    clearInterval(this.#timer);
    this.#timer = isDown ? setInterval(() => void this.#probe(), 1000).unref() : undefined;
  }

  async #probe(): Promise<void> {
    try {
      const { statusCode, body } = await request(this.#url, { headersTimeout: 900, bodyTimeout: 900 });
      await body.dump();
      if (statusCode === 200) this.#onHealthy();
    } catch {
      // Still down; the next probe is a second away.
    }
  }
}
