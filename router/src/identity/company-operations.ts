import type { Database } from '@teei/runtime/database';
import { TrustedCache } from './trusted-cache.ts';

/** What companies have registered for their own API keys, beside what comes with the platform. */
export interface CompanyOperations {
  /** By the hash of their text; one company's are unknown to another. */
  of(companyId: string): Promise<ReadonlyMap<string, string>>;
}

export function createCompanyOperations(
  database: Database,
  isWatched: () => boolean,
): CompanyOperations & { forget(): void } {
  const cache = new TrustedCache<ReadonlyMap<string, string>>(isWatched, rememberedCompanies);
  const read = async (companyId: string): Promise<ReadonlyMap<string, string>> => {
    const { rows } = await database.pool.query<{ hash: string; body: string }>({
      name: 'identity-company-operations',
      text: active,
      values: [companyId],
    });
    return new Map(rows.map(({ hash, body }) => [hash, body]));
  };
  return {
    of: async (companyId) => (await cache.read(companyId, read)) ?? new Map(),
    forget: () => cache.clear(),
  };
}

/** A manifest is at most 512 KB of text. */
const rememberedCompanies = 500;

const active = `SELECT o.hash, o.body FROM profile.partner_manifest m
  JOIN profile.partner_operation o ON o.company_id = m.company_id AND o.manifest_id = m.id
  WHERE m.company_id = $1 AND m.state = 'ACTIVE'`;
