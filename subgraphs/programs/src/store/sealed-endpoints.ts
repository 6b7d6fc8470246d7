import type { Database } from '@teei/runtime/database';

/** What is read of an endpoint before it is known whether the sender may send to it. */
export interface SealedEndpoint {
  readonly id: string;
  readonly companyId: string;
  readonly source: string;
  readonly signature: 'STANDARD' | 'PLAIN';
  readonly secrets: readonly { readonly id: string; readonly sealed: string; readonly expiresAt: string | null }[];
}

/** Two senders' ids of a company may be the same; whose signature fits decides, and no list is gone through for ever. */
const mostCandidates = 20;

/**
 * Endpoints of all companies, as `teei_intake` sees them: what a delivery was sent to is not known before its signature
 * is checked. Whoever reads here answers nobody with what is read.
 */
export class SealedEndpoints {
  readonly #database: Database;

  constructor(intake: Database) {
    this.#database = intake;
  }

  byId(source: string, id: string): Promise<SealedEndpoint[]> {
    return this.#read('sealed-by-id', 'e.source = $1 AND e.id = $2::uuid', [source, id]);
  }

  ofCompany(source: string, companyId: string): Promise<SealedEndpoint[]> {
    return this.#read('sealed-of-company', 'e.source = $1 AND e.company_id = $2::uuid', [source, companyId]);
  }

  bySenderCompanyId(source: string, senderCompanyId: string): Promise<SealedEndpoint[]> {
    return this.#read('sealed-by-sender', 'e.source = $1 AND e.sender_company_id = $2', [source, senderCompanyId]);
  }

  async #read(name: string, condition: string, values: readonly string[]): Promise<SealedEndpoint[]> {
    const text = `SELECT e.id, e.company_id AS "companyId", e.source, e.signature, coalesce((
        SELECT json_agg(json_build_object('id', s.id, 'sealed', s.sealed, 'expiresAt', s.expires_at) ORDER BY s.id DESC)
        FROM programs.webhook_secret s WHERE s.company_id = e.company_id AND s.endpoint_id = e.id
          AND (s.expires_at IS NULL OR s.expires_at > now())), '[]') AS secrets
      FROM programs.webhook_endpoint e WHERE ${condition} AND e.disabled_at IS NULL
      ORDER BY e.created_at, e.id LIMIT ${mostCandidates}`;
    const { rows } = await this.#database.pool.query<SealedEndpoint>({ name, text, values: [...values] });
    return rows;
  }
}
