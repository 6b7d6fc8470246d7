import { newId } from '@teei/runtime/id';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { LocatedFinding } from '../domain/safety/locate-findings.ts';
import type { SpokenText } from '../domain/spoken-text.ts';
import type { TextVersion } from './score-store.ts';

export interface NewFlag extends Omit<SpokenText, 'text' | 'eventId' | 'clearedSha256'> {
  readonly language: string;
  readonly screenVersion: string;
  readonly finding: LocatedFinding;
}

/** What the screen saw, as the scoring of texts writes it. */
export class SafetyFlagWrites {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  /**
   * Raises what was not raised of these texts before. What stands in a text as it stood in the version before keeps its flag, and
   * with it what was decided; what had gone and came back waits again.
   * @returns those that are new
   */
  async raise(flags: readonly NewFlag[]): Promise<(NewFlag & { readonly id: string })[]> {
    if (flags.length === 0) return [];
    const made = flags.map((flag) => ({ ...flag, id: newId() }));
    const of = <T>(pick: (each: (typeof made)[number]) => T): T[] => made.map(pick);
    const rows = await this.#tx.sql<{ id: string }>`
      INSERT INTO outcomes.safety_flag AS f (id, company_id, source_kind, source_id, source_revision, participant_id, author, category,
        severity, screen_version, snippet, hash, span_start, span_end, language, observed_at)
      SELECT n.id, ${this.#tx.companyId}, n.source_kind, n.source_id, n.revision, n.participant_id, n.author, upper(n.category),
        upper(n.severity), n.screen_version, n.snippet, n.hash, n.span_start, n.span_end, n.language, n.observed_at
      FROM unnest(${of(({ id }) => id)}::uuid[], ${of((each) => each.sourceKind)}::text[], ${of((each) => each.sourceId)}::uuid[],
        ${of((each) => each.revision)}::int[], ${of((each) => each.participantId)}::uuid[], ${of((each) => each.author)}::text[],
        ${of((each) => each.finding.category)}::text[], ${of((each) => each.finding.severity)}::text[],
        ${of((each) => each.screenVersion)}::text[], ${of((each) => each.finding.snippet)}::text[], ${of((each) => each.finding.sha256)}::text[],
        ${of((each) => each.finding.start)}::int[], ${of((each) => each.finding.end)}::int[], ${of((each) => each.language)}::text[],
        ${of((each) => each.observedAt)}::timestamptz[])
        AS n (id, source_kind, source_id, revision, participant_id, author, category, severity, screen_version, snippet, hash,
          span_start, span_end, language, observed_at)
      ON CONFLICT (company_id, source_id, category, hash) DO UPDATE SET source_revision = excluded.source_revision,
        severity = excluded.severity, screen_version = excluded.screen_version, snippet = excluded.snippet,
        span_start = excluded.span_start, span_end = excluded.span_end, observed_at = excluded.observed_at,
        status = CASE WHEN f.status = 'WITHDRAWN' THEN 'OPEN' ELSE f.status END
      RETURNING f.id`;
    const stored = new Set(rows.map((row) => row.id));
    return made.filter(({ id }) => stored.has(id));
  }

  /** Takes the words out of flags of older versions, and from the queue those on which nothing was decided. */
  async withdrawOlder(versions: readonly TextVersion[]): Promise<void> {
    await this.#tx.sql`
      UPDATE outcomes.safety_flag f SET snippet = NULL, status = CASE WHEN f.status = 'OPEN' THEN 'WITHDRAWN' ELSE f.status END
      FROM unnest(${versions.map((each) => each.sourceId)}::uuid[], ${versions.map((each) => each.revision)}::int[]) AS n (source_id, revision)
      WHERE f.company_id = ${this.#tx.companyId} AND f.source_id = n.source_id AND f.source_revision < n.revision`;
  }

  /** As above for texts that are gone altogether. */
  async withdrawAll(versions: readonly TextVersion[]): Promise<void> {
    await this.#tx.sql`
      UPDATE outcomes.safety_flag f SET snippet = NULL, status = CASE WHEN f.status = 'OPEN' THEN 'WITHDRAWN' ELSE f.status END
      WHERE f.company_id = ${this.#tx.companyId} AND f.source_id = ANY (${versions.map((each) => each.sourceId)}::uuid[])`;
  }
}
