import DataLoader from 'dataloader';
import type { SubgraphName } from './subgraph-names.ts';
import type { TenantTransaction } from './tenant-transaction.ts';

/** The schemas that know as whom people are shown; each holds its own `person_alias`. */
export type AliasSchema = Extract<SubgraphName, 'profile' | 'programs' | 'outcomes' | 'privacy'>;

export interface AliasChange {
  readonly personId: string;
  /** As whom the person is shown from now on; themselves when a merge was undone. */
  readonly keptId: string;
  /** Raised by each change of the person; an older one that comes late changes nothing. */
  readonly revision: number;
}

/** As whom the people of one company are shown. Rows keep the id they came with; who reads them resolves it here. */
export class PersonAliases {
  readonly #tx: TenantTransaction;
  readonly #schema: AliasSchema;

  constructor(tx: TenantTransaction, schema: AliasSchema) {
    this.#tx = tx;
    this.#schema = schema;
  }

  /** Of these people, those of whom there is something to know. */
  async among(ids: readonly string[]): Promise<AliasChange[]> {
    const { rows } = await this.#tx.client.query<AliasChange>({
      name: `aliases-among-${this.#schema}`,
      text: `SELECT person_id AS "personId", kept_id AS "keptId", revision FROM ${this.#schema}.person_alias
        WHERE company_id = $1 AND person_id = ANY ($2::uuid[])`,
      values: [this.#tx.companyId, ids],
    });
    return rows;
  }

  /** Keeps what is newer than what is known. Whoever is kept is noted too, so that all ids of a person can be found from each. */
  async apply(changes: readonly AliasChange[]): Promise<void> {
    const newest = new Map<string, AliasChange>();
    const noted = changes.map(({ keptId }) => ({ personId: keptId, keptId, revision: 0 }));
    for (const change of [...noted, ...changes]) {
      const known = newest.get(change.personId);
      if (!known || known.revision < change.revision) newest.set(change.personId, change);
    }
    const rows = [...newest.values()].sort((one, other) => (one.personId < other.personId ? -1 : 1));
    if (rows.length === 0) return;
    await this.#tx.client.query({
      name: `aliases-apply-${this.#schema}`,
      text: `INSERT INTO ${this.#schema}.person_alias AS a (company_id, person_id, kept_id, revision)
        SELECT $1, n.person_id, n.kept_id, n.revision FROM unnest($2::uuid[], $3::uuid[], $4::int[]) AS n (person_id, kept_id, revision)
        ON CONFLICT (company_id, person_id) DO UPDATE SET kept_id = excluded.kept_id, revision = excluded.revision, changed_at = now()
        WHERE a.revision < excluded.revision`,
      values: [
        this.#tx.companyId,
        rows.map(({ personId }) => personId),
        rows.map(({ keptId }) => keptId),
        rows.map(({ revision }) => revision),
      ],
    });
  }
}

/** A loader from a person's id to the id of whom they are shown as; one read for all people of an operation. */
export function shownPerson(schema: AliasSchema, tx: () => Promise<TenantTransaction>): DataLoader<string, string> {
  return new DataLoader<string, string>(async (ids) => {
    const aliases = await new PersonAliases(await tx(), schema).among(ids);
    const kept = new Map(aliases.map(({ personId, keptId }) => [personId, keptId]));
    return ids.map((id) => kept.get(id) ?? id);
  });
}
