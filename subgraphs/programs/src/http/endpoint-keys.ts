import type { KeyObject } from 'node:crypto';
import { BoundedMap } from '@teei/runtime/bounded-map';
import { isId } from '@teei/runtime/id';
import type { Logger } from '@teei/runtime/log';
import type { Sealer } from '@teei/runtime/sealed-secret';
import type { WakeUps } from '@teei/runtime/wake-ups';
import { keyOf, type SignatureScheme } from '../domain/webhook/signature.ts';
import { placeOfSecret } from '../domain/webhook/webhook-secret.ts';
import { endpointsChanged } from '../events/wake-up-names.ts';
import type { SealedEndpoint, SealedEndpoints } from '../store/sealed-endpoints.ts';

/** An endpoint with the keys that are valid now. */
export interface OpenEndpoint {
  readonly id: string;
  readonly companyId: string;
  readonly scheme: SignatureScheme;
  readonly keys: readonly KeyObject[];
}

/** How the sender says for whom the delivery is. */
export type Address =
  | { readonly by: 'endpoint'; readonly id: string }
  /** An id of ours, or what the sender calls the company. */
  | { readonly by: 'company'; readonly id: string };

/**
 * The keys of endpoints, remembered for a few seconds. A change wakes every process, which then forgets them all; a wake-up
 * that is lost costs those seconds.
 */
export class EndpointKeys {
  readonly #endpoints: SealedEndpoints;
  readonly #sealer: Sealer;
  readonly #log: Logger;
  readonly #off: () => void;
  #remembered = new BoundedMap<Remembered>(capacity);

  constructor(parts: {
    readonly endpoints: SealedEndpoints;
    readonly sealer: Sealer;
    readonly wakeUps: WakeUps;
    readonly log: Logger;
  }) {
    this.#endpoints = parts.endpoints;
    this.#sealer = parts.sealer;
    this.#log = parts.log;
    this.#off = parts.wakeUps.on(endpointsChanged, () => {
      this.#remembered = new BoundedMap(capacity);
    });
  }

  /** Every endpoint that the address may mean; none when it means nothing. Requests that come together share one read. */
  find(source: string, address: Address): Promise<readonly OpenEndpoint[]> {
    const key = `${source} ${address.by} ${address.id}`;
    const known = this.#remembered.get(key);
    if (known && known.until > Date.now()) return known.endpoints;
    const endpoints = this.#read(source, address).then((found) => found.map((each) => this.#open(each)));
    const entry = { endpoints, until: Date.now() + lifetime };
    // Kept from the start of the read: a change that is noticed meanwhile takes the entry away before it is ever used.
    this.#remembered.set(key, entry);
    endpoints.catch(() => this.#remembered.get(key) === entry && this.#remembered.delete(key));
    return endpoints;
  }

  close(): void {
    this.#off();
  }

  #read(source: string, { by, id }: Address): Promise<SealedEndpoint[]> {
    if (by === 'endpoint') return isId(id) ? this.#endpoints.byId(source, id) : Promise.resolve([]);
    return isId(id) ? this.#endpoints.ofCompany(source, id) : this.#endpoints.bySenderCompanyId(source, id);
  }

  #open({ id, companyId, signature, secrets }: SealedEndpoint): OpenEndpoint {
    const keys = secrets.flatMap((secret) => {
      try {
        return keyOf(signature, this.#sealer.open(secret.sealed, placeOfSecret(companyId, secret.id)));
      } catch (error) {
        this.#log.error({ err: error, endpointId: id, secretId: secret.id }, 'a webhook secret does not open');
        return [];
      }
    });
    return { id, companyId, scheme: signature, keys };
  }
}

interface Remembered {
  readonly endpoints: Promise<readonly OpenEndpoint[]>;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** Milliseconds. A secret that has run out is refused at most so much later. */
const lifetime = 5_000;
const capacity = 10_000;
