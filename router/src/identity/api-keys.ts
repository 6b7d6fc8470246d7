import { BoundedMap } from '@teei/runtime/bounded-map';
import type { Database } from '@teei/runtime/database';
import type { Logger } from '@teei/runtime/log';
import { isScope, type Scope, scopesOfApiKeys } from '@teei/runtime/viewer';
import { TrustedCache } from './trusted-cache.ts';

export interface ApiKeyFacts {
  readonly apiKeyId: string;
  readonly companyId: string;
  readonly client: string;
  readonly scopes: ReadonlySet<Scope>;
  /** Milliseconds since 1970; a key that was replaced keeps its own. */
  readonly expiresAt: number;
  readonly revoked: boolean;
}

export interface ApiKeys {
  byHash(hash: string): Promise<ApiKeyFacts | undefined>;
  /** Notes in the background that the key was used, at most once a minute. */
  used(key: ApiKeyFacts): void;
  forget(): void;
  /** Resolves when what was noted is written. */
  settled(): Promise<void>;
}

export function createApiKeys(database: Database, isWatched: () => boolean, log: Logger): ApiKeys {
  const cache = new TrustedCache<ApiKeyFacts>(isWatched);
  const notedAt = new BoundedMap<number>(10_000);
  const notes = new Set<Promise<void>>();
  const read = async (hash: string): Promise<ApiKeyFacts | undefined> => {
    const { rows } = await database.pool.query<Row>({ name: 'identity-api-key', text: byHash, values: [hash] });
    return rows[0] && fromRow(rows[0]);
  };
  return {
    byHash: (hash) => cache.read(hash, read),
    used: ({ apiKeyId, companyId }) => {
      const now = Date.now();
      if (now - (notedAt.get(apiKeyId) ?? 0) < noteInterval) return;
      notedAt.set(apiKeyId, now);
      const note = database.pool
        .query({ name: 'identity-api-key-used', text: noteUse, values: [companyId, apiKeyId] })
        .then(() => undefined)
        .catch((error: unknown) => log.warn({ err: error, apiKeyId }, 'the use of an API key could not be noted'))
        .finally(() => notes.delete(note));
      notes.add(note);
    },
    forget: () => cache.clear(),
    settled: async () => void (await Promise.all(notes)),
  };
}

const noteInterval = 60_000;

const byHash = `SELECT id, company_id, client, scopes, expires_at, revoked_at IS NOT NULL AS revoked
  FROM profile.api_key WHERE hash = $1`;

/** Several processes note the same key; the condition keeps them together to one write a minute. */
const noteUse = `UPDATE profile.api_key SET last_used_at = now()
  WHERE company_id = $1 AND id = $2 AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')`;

interface Row {
  readonly id: string;
  readonly company_id: string;
  readonly client: string;
  readonly scopes: readonly string[];
  readonly expires_at: Date | null;
  readonly revoked: boolean;
}

function fromRow(row: Row): ApiKeyFacts {
  return {
    apiKeyId: row.id,
    companyId: row.company_id,
    client: row.client,
    // Whatever the row says, a key never gets more than keys may have.
    scopes: new Set(row.scopes.filter(isScope).filter((scope) => scopesOfApiKeys.includes(scope))),
    expiresAt: row.expires_at?.getTime() ?? Number.POSITIVE_INFINITY,
    revoked: row.revoked,
  };
}
