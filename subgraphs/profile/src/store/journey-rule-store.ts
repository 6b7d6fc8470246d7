import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { CompanyRule } from '../domain/journey/rules-in-force.ts';
import type { JourneyRuleRevisionRow } from '../rows.ts';

export interface StoredRule {
  readonly name: string;
  readonly revision: number;
  readonly source: string;
  readonly definition: unknown;
  readonly deleted: boolean;
  readonly changedAt: Date;
}

export interface RuleToStore {
  readonly name: string;
  readonly source: string;
  readonly definition: unknown;
  readonly deleted: boolean;
  /** `actorOf(viewer)`. */
  readonly changedBy: string;
}

/** Journey rules of one company's own, with what they were before. */
export class JourneyRuleStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  all(): Promise<StoredRule[]> {
    return this.#tx.sql<StoredRule>`
      SELECT name, revision, source, definition, deleted, changed_at AS "changedAt" FROM profile.journey_rule
      WHERE company_id = ${this.#tx.companyId} ORDER BY name`;
  }

  /** What evaluating needs of them. */
  definitions(): Promise<CompanyRule[]> {
    return this.#tx.sql<CompanyRule>`
      SELECT name, revision, definition, deleted FROM profile.journey_rule WHERE company_id = ${this.#tx.companyId} ORDER BY name`;
  }

  /** One change of rules of a company at a time: a rule is checked together with all others. */
  async lockAll(): Promise<void> {
    await this.#tx
      .sql`SELECT pg_advisory_xact_lock(hashtextextended(concat('journey-rules/', ${this.#tx.companyId}::text), 0))`;
  }

  /** Stores a rule under its next revision and resolves to it. */
  async put({ name, source, definition, deleted, changedBy }: RuleToStore): Promise<StoredRule> {
    const [row] = await this.#tx.sql<StoredRule>`
      INSERT INTO profile.journey_rule AS r (company_id, name, revision, source, definition, deleted, changed_by)
      VALUES (${this.#tx.companyId}, ${name}, 1, ${source}, ${JSON.stringify(definition)}::jsonb, ${deleted}, ${changedBy})
      ON CONFLICT (company_id, name) DO UPDATE SET revision = r.revision + 1, source = excluded.source,
        definition = excluded.definition, deleted = excluded.deleted, changed_by = excluded.changed_by, changed_at = now()
      RETURNING name, revision, source, definition, deleted, changed_at AS "changedAt"`;
    if (!row) throw new Error('a rule that was stored is not there');
    await this.#tx.sql`
      INSERT INTO profile.journey_rule_revision (company_id, name, revision, source, deleted, changed_by, changed_at)
      VALUES (${this.#tx.companyId}, ${name}, ${row.revision}, ${source}, ${deleted}, ${changedBy}, ${row.changedAt})`;
    return row;
  }

  /** What these rules were, newest first. */
  revisionsOf(names: readonly string[]): Promise<JourneyRuleRevisionRow[]> {
    return this.#tx.sql<JourneyRuleRevisionRow>`
      SELECT name, revision, source, deleted, changed_by AS "changedBy", changed_at AS "changedAt" FROM (
        SELECT r.*, row_number() OVER (PARTITION BY r.name ORDER BY r.revision DESC) AS place FROM profile.journey_rule_revision r
        WHERE r.company_id = ${this.#tx.companyId} AND r.name = ANY (${names}::text[])) AS numbered
      WHERE place <= 50 ORDER BY name, revision DESC`;
  }
}
