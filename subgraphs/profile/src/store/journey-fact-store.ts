import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { EventKind, Fact } from '../domain/journey/fact.ts';
import type { JourneyFactRow } from '../rows.ts';

/** What an event says of a record. Without a participant the record is gone. */
export interface NewFact {
  readonly kind: EventKind;
  readonly sourceId: string;
  /** Raised by every change of the record; between equals the later event is the newer. */
  readonly revision: number;
  readonly eventId: string;
  readonly participantId: string | null;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** A record may say several things, as one text speaks of several dimensions. */
  readonly attributes: readonly Fact['attributes'][];
}

interface FactRow {
  readonly participantId: string;
  readonly kind: EventKind;
  readonly sourceId: string;
  readonly eventId: string;
  readonly at: number;
  readonly data: readonly Fact['attributes'][];
}

/** Facts about participants of one company, one row for each record. */
export class JourneyFactStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  /**
   * Keeps what is newer than what is there. What names a participant whom the company does not have is kept as gone. Looked
   * up row by row, by an id that is worked out before: on the outer side of a join, and compared with what a subquery answers,
   * row-level security has PostgreSQL read every participant of the company.
   */
  async keep(facts: readonly NewFact[]): Promise<void> {
    if (facts.length === 0) return;
    const of = <T>(pick: (fact: NewFact) => T): T[] => facts.map(pick);
    await this.#tx.sql`
      INSERT INTO profile.participant_fact AS f (company_id, kind, source_id, participant_id, named_participant_id, revision, event_id, at, data)
      SELECT DISTINCT ON (n.kind, n.source_id) ${this.#tx.companyId}::uuid, n.kind, n.source_id,
        (SELECT p.id FROM profile.participant p WHERE p.company_id = ${this.#tx.companyId} AND p.id = n.shown_id),
        n.participant_id, n.revision, n.event_id, n.at, n.data
      FROM (
        SELECT n.*, coalesce((
            SELECT a.kept_id FROM profile.person_alias a WHERE a.company_id = ${this.#tx.companyId} AND a.person_id = n.participant_id
          ), n.participant_id) AS shown_id
        FROM unnest(${of((fact) => fact.kind)}::text[], ${of((fact) => fact.sourceId)}::uuid[], ${of((fact) => fact.participantId)}::uuid[],
          ${of((fact) => fact.revision)}::int[], ${of((fact) => fact.eventId)}::uuid[], ${of((fact) => fact.at)}::timestamptz[],
          ${of((fact) => JSON.stringify(fact.attributes))}::jsonb[])
          AS n (kind, source_id, participant_id, revision, event_id, at, data) OFFSET 0) n
      ORDER BY n.kind, n.source_id, n.revision DESC, n.event_id DESC
      ON CONFLICT (company_id, kind, source_id) DO UPDATE SET participant_id = excluded.participant_id,
        named_participant_id = excluded.named_participant_id, revision = excluded.revision, event_id = excluded.event_id,
        at = excluded.at, data = excluded.data
      WHERE (f.revision, f.event_id) < (excluded.revision, excluded.event_id)`;
  }

  /** Gives what was told of these people to whom they are shown as now. */
  async moveToShown(personIds: readonly string[]): Promise<void> {
    await this.#tx.sql`
      UPDATE profile.participant_fact f SET participant_id = p.id FROM unnest(${personIds}::uuid[]) AS n (id)
      LEFT JOIN profile.person_alias a ON a.company_id = ${this.#tx.companyId} AND a.person_id = n.id
      JOIN profile.participant p ON p.company_id = ${this.#tx.companyId} AND p.id = coalesce(a.kept_id, n.id)
      WHERE f.company_id = ${this.#tx.companyId} AND f.named_participant_id = n.id AND f.participant_id IS DISTINCT FROM p.id`;
  }

  /** All facts of these participants, in the order of time. */
  async ofParticipants(ids: readonly string[]): Promise<Map<string, Fact[]>> {
    const rows = await this.#tx.sql<FactRow>`
      SELECT f.participant_id AS "participantId", f.kind, f.source_id AS "sourceId", f.event_id AS "eventId",
        (extract(epoch FROM f.at) * 1000)::float8 AS at, f.data
      FROM unnest(${ids}::uuid[]) AS n (id)
      JOIN profile.participant_fact f ON f.company_id = ${this.#tx.companyId} AND f.participant_id = n.id`;
    const found = new Map<string, Fact[]>(ids.map((id) => [id, []]));
    for (const { participantId, data, ...rest } of rows) {
      const facts = found.get(participantId);
      for (const attributes of data) facts?.push({ ...rest, attributes });
    }
    for (const facts of found.values()) facts.sort(byTime);
    return found;
  }

  /** The records behind facts, for showing what is behind a flag. */
  rowsOf(participantIds: readonly string[]): Promise<JourneyFactRow[]> {
    return this.#tx.sql<JourneyFactRow>`
      SELECT f.event_id AS "eventId", f.participant_id AS "participantId", f.kind, f.source_id AS "sourceId", f.at
      FROM unnest(${participantIds}::uuid[]) AS n (id)
      JOIN profile.participant_fact f ON f.company_id = ${this.#tx.companyId} AND f.participant_id = n.id`;
  }
}

/** Records of one moment sort by their ids, so that what comes first does not depend on how rows lie in the table. */
function byTime(a: Fact, b: Fact): number {
  return a.at - b.at || (a.sourceId < b.sourceId ? -1 : a.sourceId > b.sourceId ? 1 : 0);
}
