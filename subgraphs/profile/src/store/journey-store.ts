import { newId } from '@teei/runtime/id';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { StoredFollowUp, StoredJourney } from '../domain/journey/compare-journeys.ts';
import type { Finding } from '../domain/journey/evaluate-journey.ts';

export interface LockedParticipant {
  readonly id: string;
  readonly language: string | null;
  readonly createdAt: Date;
}

export type OfParticipant<Row> = Row & { readonly participantId: string };

interface StoredRow {
  readonly part: 'flag' | 'milestone' | 'followUp' | 'due';
  readonly participantId: string;
  readonly id: string | null;
  readonly name: string;
  readonly rule: string;
  readonly revision: number;
  readonly since: number;
  readonly facts: string[];
  readonly reason: string | null;
  readonly closedAt: number | null;
}

/** What the rules say of participants of one company. */
export class JourneyStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  /**
   * Keeps the journeys of these participants, and of those whose facts these records are until now, to this transaction until it
   * ends; those who were merged stand for whom they are shown as. Everybody locks in the order of the ids, so that batches that
   * share participants wait for each other instead of locking up. Participants who are gone are not in the answer.
   */
  lock(
    ids: readonly string[],
    records: readonly { readonly kind: string; readonly sourceId: string }[],
  ): Promise<LockedParticipant[]> {
    return this.#tx.sql<LockedParticipant>`
      SELECT p.id, p.language, p.created_at AS "createdAt" FROM (
        SELECT DISTINCT coalesce((
          SELECT a.kept_id FROM profile.person_alias a WHERE a.company_id = ${this.#tx.companyId} AND a.person_id = n.id), n.id) AS id
        FROM (
          SELECT unnest(${ids}::uuid[]) AS id
          UNION ALL SELECT f.participant_id FROM unnest(${records.map(({ kind }) => kind)}::text[],
            ${records.map(({ sourceId }) => sourceId)}::uuid[]) AS r (kind, source_id)
          JOIN profile.participant_fact f ON f.company_id = ${this.#tx.companyId} AND f.kind = r.kind AND f.source_id = r.source_id
        ) AS n) AS shown
      JOIN profile.participant p ON p.company_id = ${this.#tx.companyId} AND p.id = shown.id
      ORDER BY p.id FOR NO KEY UPDATE OF p`;
  }

  /** The same for exactly these, merged or not. */
  async lockThemselves(ids: readonly string[]): Promise<void> {
    await this.#tx.sql`
      SELECT p.id FROM unnest(${ids}::uuid[]) AS n (id)
      JOIN profile.participant p ON p.company_id = ${this.#tx.companyId} AND p.id = n.id
      ORDER BY p.id FOR NO KEY UPDATE OF p`;
  }

  /** Whoever is shown as somebody else has no journey of their own meanwhile. */
  async clearMerged(ids: readonly string[]): Promise<void> {
    const { companyId } = this.#tx;
    await this.#tx.sql`
      WITH merged AS (
          SELECT a.person_id AS id FROM unnest(${ids}::uuid[]) AS n (id)
          JOIN profile.person_alias a ON a.company_id = ${companyId} AND a.person_id = n.id AND a.kept_id <> a.person_id),
        flags AS (DELETE FROM profile.journey_flag f USING merged m WHERE f.company_id = ${companyId} AND f.participant_id = m.id),
        milestones AS (DELETE FROM profile.journey_milestone r USING merged m WHERE r.company_id = ${companyId} AND r.participant_id = m.id),
        due AS (DELETE FROM profile.journey_due d USING merged m WHERE d.company_id = ${companyId} AND d.participant_id = m.id)
      UPDATE profile.follow_up u SET state = 'ENDED', closed_at = now() FROM merged m
      WHERE u.company_id = ${companyId} AND u.participant_id = m.id AND u.state = 'OPEN'`;
  }

  /** The ids of the next participants behind one, for going through everybody who is shown. */
  async idsAfter(id: string | null, limit: number): Promise<string[]> {
    const rows = await this.#tx.sql<{ id: string }>`
      SELECT id FROM profile.participant p WHERE company_id = ${this.#tx.companyId} AND (${id}::uuid IS NULL OR id > ${id}::uuid)
        AND NOT EXISTS (SELECT 1 FROM profile.person_alias a WHERE a.company_id = p.company_id AND a.person_id = p.id AND a.kept_id <> p.id)
      ORDER BY id LIMIT ${limit}`;
    return rows.map((row) => row.id);
  }

  /** What is known of participants without keeping anybody from changing it: for dry runs. */
  read(ids: readonly string[]): Promise<LockedParticipant[]> {
    return this.#tx.sql<LockedParticipant>`
      SELECT p.id, p.language, p.created_at AS "createdAt" FROM unnest(${ids}::uuid[]) AS n (id)
      JOIN profile.participant p ON p.company_id = ${this.#tx.companyId} AND p.id = n.id`;
  }

  async storedOf(ids: readonly string[]): Promise<Map<string, StoredJourney>> {
    const { companyId } = this.#tx;
    const rows = await this.#tx.sql<StoredRow>`
      SELECT 'flag' AS part, f.participant_id AS "participantId", NULL::uuid AS id, f.name, f.rule, f.revision,
        (extract(epoch FROM f.since) * 1000)::float8 AS since, f.facts, NULL AS reason, NULL::float8 AS "closedAt"
      FROM unnest(${ids}::uuid[]) AS n (id) JOIN profile.journey_flag f ON f.company_id = ${companyId} AND f.participant_id = n.id
      UNION ALL SELECT 'milestone', m.participant_id, NULL, m.name, m.rule, m.revision,
        (extract(epoch FROM m.since) * 1000)::float8, m.facts, NULL, NULL
      FROM unnest(${ids}::uuid[]) AS n (id) JOIN profile.journey_milestone m ON m.company_id = ${companyId} AND m.participant_id = n.id
      UNION ALL SELECT 'followUp', u.participant_id, u.id, u.rule, u.rule, u.revision,
        (extract(epoch FROM u.since) * 1000)::float8, u.facts, u.reason, (extract(epoch FROM u.closed_at) * 1000)::float8
      FROM unnest(${ids}::uuid[]) AS n (id) JOIN profile.follow_up u ON u.company_id = ${companyId} AND u.participant_id = n.id
      WHERE u.state <> 'ENDED'
      UNION ALL SELECT 'due', d.participant_id, NULL, '', '', 0, (extract(epoch FROM d.at) * 1000)::float8, NULL, NULL, NULL
      FROM unnest(${ids}::uuid[]) AS n (id) JOIN profile.journey_due d ON d.company_id = ${companyId} AND d.participant_id = n.id`;
    const found = new Map<string, Collected>();
    for (const id of ids) found.set(id, { flags: [], milestones: [], followUps: [], dueAt: null });
    for (const row of rows) collect(found.get(row.participantId), row);
    return found;
  }

  async putFlags(findings: readonly OfParticipant<Finding>[]): Promise<void> {
    if (findings.length === 0) return;
    const c = columnsOf(findings);
    await this.#tx.sql`
      INSERT INTO profile.journey_flag (company_id, participant_id, name, rule, revision, since, facts)
      SELECT ${this.#tx.companyId}, n.participant_id, n.name, n.rule, n.revision, n.since, n.facts::text[]
      FROM unnest(${c.participants}::uuid[], ${c.names}::text[], ${c.rules}::text[], ${c.revisions}::int[], ${c.since}::timestamptz[],
        ${c.facts}::text[]) AS n (participant_id, name, rule, revision, since, facts)
      ON CONFLICT (company_id, participant_id, name) DO UPDATE SET rule = excluded.rule, revision = excluded.revision,
        since = excluded.since, facts = excluded.facts`;
  }

  async putMilestones(findings: readonly OfParticipant<Finding>[]): Promise<void> {
    if (findings.length === 0) return;
    const c = columnsOf(findings);
    await this.#tx.sql`
      INSERT INTO profile.journey_milestone (company_id, participant_id, name, rule, revision, since, facts)
      SELECT ${this.#tx.companyId}, n.participant_id, n.name, n.rule, n.revision, n.since, n.facts::text[]
      FROM unnest(${c.participants}::uuid[], ${c.names}::text[], ${c.rules}::text[], ${c.revisions}::int[], ${c.since}::timestamptz[],
        ${c.facts}::text[]) AS n (participant_id, name, rule, revision, since, facts)
      ON CONFLICT (company_id, participant_id, name) DO UPDATE SET rule = excluded.rule, revision = excluded.revision,
        since = excluded.since, facts = excluded.facts`;
  }

  async removeFlags(flags: readonly OfParticipant<{ readonly name: string }>[]): Promise<void> {
    if (flags.length === 0) return;
    await this.#tx.sql`
      DELETE FROM profile.journey_flag f
      USING unnest(${flags.map(({ participantId }) => participantId)}::uuid[], ${flags.map(({ name }) => name)}::text[]) AS n (id, name)
      WHERE f.company_id = ${this.#tx.companyId} AND f.participant_id = n.id AND f.name = n.name`;
  }

  async removeMilestones(milestones: readonly OfParticipant<{ readonly name: string }>[]): Promise<void> {
    if (milestones.length === 0) return;
    await this.#tx.sql`
      DELETE FROM profile.journey_milestone m
      USING unnest(${milestones.map(({ participantId }) => participantId)}::uuid[], ${milestones.map(({ name }) => name)}::text[])
        AS n (id, name)
      WHERE m.company_id = ${this.#tx.companyId} AND m.participant_id = n.id AND m.name = n.name`;
  }

  async openFollowUps(followUps: readonly OfParticipant<Finding & { readonly reason: string }>[]): Promise<void> {
    if (followUps.length === 0) return;
    const c = columnsOf(followUps);
    await this.#tx.sql`
      INSERT INTO profile.follow_up (id, company_id, participant_id, rule, revision, reason, since, facts)
      SELECT n.id, ${this.#tx.companyId}, n.participant_id, n.rule, n.revision, n.reason, n.since, n.facts::text[]
      FROM unnest(${followUps.map(() => newId())}::uuid[], ${c.participants}::uuid[], ${c.rules}::text[], ${c.revisions}::int[],
        ${followUps.map(({ reason }) => reason)}::text[], ${c.since}::timestamptz[], ${c.facts}::text[])
        AS n (id, participant_id, rule, revision, reason, since, facts)`;
  }

  async restateFollowUps(followUps: readonly StoredFollowUp[]): Promise<void> {
    if (followUps.length === 0) return;
    const of = <T>(pick: (each: StoredFollowUp) => T): T[] => followUps.map(pick);
    await this.#tx.sql`
      UPDATE profile.follow_up u SET revision = n.revision, reason = n.reason, since = n.since, facts = n.facts::text[]
      FROM unnest(${of(({ id }) => id)}::uuid[], ${of(({ revision }) => revision)}::int[], ${of(({ reason }) => reason)}::text[],
        ${of(({ since }) => new Date(since))}::timestamptz[], ${of(({ facts }) => `{${facts.join()}}`)}::text[])
        AS n (id, revision, reason, since, facts)
      WHERE u.company_id = ${this.#tx.companyId} AND u.id = n.id`;
  }

  /** The reason is gone: nobody needs to look any more. */
  async endFollowUps(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.#tx.sql`
      UPDATE profile.follow_up u SET state = 'ENDED', closed_at = now() FROM unnest(${ids}::uuid[]) AS n (id)
      WHERE u.company_id = ${this.#tx.companyId} AND u.id = n.id AND u.state = 'OPEN'`;
  }

  /** When each of these participants has to be looked at again; null for never. */
  async setDue(due: readonly { readonly participantId: string; readonly at: Date | null }[]): Promise<void> {
    if (due.length === 0) return;
    const ids = due.map(({ participantId }) => participantId);
    const times = due.map(({ at }) => at);
    await this.#tx.sql`
      WITH n (id, at) AS (SELECT * FROM unnest(${ids}::uuid[], ${times}::timestamptz[])),
        gone AS (DELETE FROM profile.journey_due d USING n WHERE d.company_id = ${this.#tx.companyId} AND d.participant_id = n.id AND n.at IS NULL)
      INSERT INTO profile.journey_due AS d (company_id, participant_id, at)
      SELECT ${this.#tx.companyId}, n.id, n.at FROM n WHERE n.at IS NOT NULL
      ON CONFLICT (company_id, participant_id) DO UPDATE SET at = excluded.at WHERE d.at <> excluded.at`;
  }

  /** Participants whose time has come. */
  async dueUntil(time: Date, limit: number): Promise<string[]> {
    const rows = await this.#tx.sql<{ id: string }>`
      SELECT participant_id AS id FROM profile.journey_due WHERE company_id = ${this.#tx.companyId} AND at <= ${time}
      ORDER BY at LIMIT ${limit}`;
    return rows.map(({ id }) => id);
  }
}

interface Collected extends StoredJourney {
  readonly flags: Finding[];
  readonly milestones: Finding[];
  readonly followUps: StoredFollowUp[];
  dueAt: number | null;
}

function collect(into: Collected | undefined, row: StoredRow): void {
  const { part, id, reason, closedAt, participantId: _, ...finding } = row;
  if (part === 'due' && into) into.dueAt = finding.since;
  else if (part === 'flag') into?.flags.push(finding);
  else if (part === 'milestone') into?.milestones.push(finding);
  else if (part === 'followUp') into?.followUps.push({ ...finding, id: id ?? '', reason: reason ?? '', closedAt });
}

function columnsOf(findings: readonly OfParticipant<Finding>[]) {
  const of = <T>(pick: (each: OfParticipant<Finding>) => T): T[] => findings.map(pick);
  return {
    participants: of(({ participantId }) => participantId),
    names: of(({ name }) => name),
    rules: of(({ rule }) => rule),
    revisions: of(({ revision }) => revision),
    since: of(({ since }) => new Date(since)),
    facts: of(({ facts }) => `{${facts.join()}}`),
  };
}
