import { floatArray, textArray, timestampArray, uuidArray } from '@teei/runtime/binary-array';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { KintellSession } from '../domain/import-file/kintell-session.ts';
import type { IncomingSession, Stored } from '../domain/import-run/plan-batch.ts';
import type { SessionRating } from '../domain/webhook/session-rating.ts';

/** What is stored of a session beside the people in it, who are stored by their ids. */
interface SessionContent {
  readonly session: Omit<KintellSession, 'participantEmail' | 'volunteerEmail'>;
  readonly contentHash: string;
  /** The words stay what they are, though they were cleared. */
  readonly wordsStay?: boolean;
}

/** Ids that a row's people and programme have on the platform. */
export interface ResolvedSession {
  readonly incoming: SessionContent;
  readonly programmeId: string;
  readonly participantId: string;
  readonly volunteerId: string | null;
}

/** What was written of a session, as its event tells it. */
export interface WrittenSession extends ResolvedSession {
  readonly id: string;
  readonly revision: number;
  /** Of words that were cleared, where they are still those of the session. */
  readonly clearedSha256?: string;
}

const sourceSystem = 'kintell';

/** Bulk writes of sessions; each is one statement for the whole batch. */
export class SessionWrites {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  /** What is stored under these source ids, locked against other imports until the transaction ends. */
  async storedBySourceId(sourceIds: readonly string[]): Promise<Map<string, Stored>> {
    const rows = await this.#tx.sql<Stored & { sourceId: string }>`
      SELECT s.id, s.source_id AS "sourceId", s.content_hash AS "contentHash", s.revision
      FROM unnest(${sourceIds}::text[]) AS wanted (source_id)
      JOIN programs.session s ON s.company_id = ${this.#tx.companyId} AND s.source_system = ${sourceSystem} AND s.source_id = wanted.source_id
      ORDER BY s.source_id FOR UPDATE OF s`;
    return new Map(rows.map((row) => [row.sourceId, row]));
  }

  /** Same as above without locks, for dry runs. */
  async hashesBySourceId(sourceIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.#tx.sql<{ sourceId: string; contentHash: string }>`
      SELECT s.source_id AS "sourceId", s.content_hash AS "contentHash" FROM unnest(${sourceIds}::text[]) AS wanted (source_id)
      JOIN programs.session s ON s.company_id = ${this.#tx.companyId} AND s.source_system = ${sourceSystem} AND s.source_id = wanted.source_id`;
    return new Map(rows.map((row) => [row.sourceId, row.contentHash]));
  }

  /**
   * Of these versions, those that another import of the very same file has stored and replaced again: a file that corrects
   * its own rows says both whenever it comes, and the second time only the last of them counts.
   */
  async supersededInFile(importId: string | null, versions: readonly IncomingSession[]): Promise<Set<IncomingSession>> {
    if (importId === null || versions.length === 0) return new Set();
    const rows = await this.#tx.sql<{ sourceId: string; contentHash: string }>`
      SELECT n.source_id AS "sourceId", n.content_hash AS "contentHash"
      FROM unnest(${versions.map(({ session }) => session.sourceId)}::text[], ${versions.map((each) => each.contentHash)}::text[])
        AS n (source_id, content_hash)
      WHERE EXISTS (
        SELECT 1 FROM programs.session s
        JOIN programs.session_revision r ON r.company_id = s.company_id AND r.session_id = s.id
        JOIN programs.import i ON i.company_id = r.company_id AND i.id = r.import_id
        JOIN programs.upload u ON u.company_id = i.company_id AND u.id = i.upload_id
        WHERE s.company_id = ${this.#tx.companyId} AND s.source_system = ${sourceSystem} AND s.source_id = n.source_id
          AND r.before ->> 'content_hash' = n.content_hash AND i.id <> ${importId}::uuid AND u.sha256 = (
            SELECT own.sha256 FROM programs.import o JOIN programs.upload own ON own.company_id = o.company_id AND own.id = o.upload_id
            WHERE o.company_id = ${this.#tx.companyId} AND o.id = ${importId}::uuid))`;
    const found = new Set(rows.map((row) => `${row.contentHash} ${row.sourceId}`));
    return new Set(versions.filter((each) => found.has(`${each.contentHash} ${each.session.sourceId}`)));
  }

  /** Stores those of new sessions that nobody has stored; resolves to them. In the order of their ids, so that two imports of the same rows follow each other. */
  async insertNew(drafts: readonly WrittenSession[], importId: string | null): Promise<readonly WrittenSession[]> {
    if (drafts.length === 0) return [];
    const c = columnsOf(drafts);
    // The ids come back only when some were there: of an ordinary file all are new, and their number says so.
    const inserted = await this.#tx.sql<{ count: number; ids: string[] | null }>`
      WITH inserted AS (INSERT INTO programs.session (id, company_id, source_system, source_id, programme_id, participant_id, volunteer_id, kind,
        started_at, duration_minutes, rating, language_level, feedback, words_since, content_hash, import_id)
      SELECT n.id, ${this.#tx.companyId}, ${sourceSystem}, n.source_id, n.programme_id, n.participant_id, n.volunteer_id, n.kind,
        n.started_at, n.duration_minutes, n.rating, n.language_level, n.feedback,
        CASE WHEN n.feedback IS NOT NULL THEN now() END, n.content_hash, ${importId}
      FROM unnest(${c.ids}::uuid[], ${c.sourceIds}::text[], ${c.programmes}::uuid[], ${c.participants}::uuid[], ${c.volunteers}::uuid[],
        ${c.kinds}::text[], ${c.starts}::timestamptz[], ${c.durations}::float8[], ${c.ratings}::float8[], ${c.levels}::text[],
        ${c.feedback}::text[], ${c.hashes}::text[])
        AS n (id, source_id, programme_id, participant_id, volunteer_id, kind, started_at, duration_minutes, rating, language_level, feedback, content_hash)
      ORDER BY n.source_id COLLATE "C" ON CONFLICT (company_id, source_system, source_id) DO NOTHING RETURNING id)
      SELECT count(*) AS count, CASE WHEN count(*) < ${drafts.length}::int THEN array_agg(id) END AS ids FROM inserted`;
    const [{ count, ids } = { count: 0, ids: [] }] = inserted;
    if (count === drafts.length) return drafts;
    const stored = new Set(ids);
    return drafts.filter(({ id }) => stored.has(id));
  }

  /** Of these sessions, those that are stored. */
  async storedAmong(sourceIds: readonly string[]): Promise<Set<string>> {
    return new Set((await this.hashesBySourceId(sourceIds)).keys());
  }

  /** Takes these sessions away, with what they were before. */
  withdraw(sourceIds: readonly string[]): Promise<{ id: string; revision: number; startedAt: Date }[]> {
    return this.#tx.sql<{ id: string; revision: number; startedAt: Date }>`
      DELETE FROM programs.session s WHERE s.company_id = ${this.#tx.companyId} AND s.source_system = ${sourceSystem}
        AND s.source_id = ANY (${sourceIds}::text[])
      RETURNING s.id, s.revision + 1 AS revision, s.started_at AS "startedAt"`;
  }

  /** What came as a rating of its own for these sessions, as it stands. */
  async ratedApart(sourceIds: readonly string[]): Promise<Map<string, RatedApart>> {
    const rows = await this.#tx.sql<RatedApart>`
      SELECT s.source_id AS "sourceId", s.rating, s.feedback AS "feedbackText", s.words_sha256 IS NOT NULL AS cleared
      FROM unnest(${sourceIds}::text[]) AS wanted (source_id)
      JOIN programs.webhook_record r ON r.company_id = ${this.#tx.companyId} AND r.source = ${sourceSystem} AND r.kind = 'rating'
        AND r.record_id = wanted.source_id
      JOIN programs.session s ON s.company_id = r.company_id AND s.source_system = ${sourceSystem} AND s.source_id = wanted.source_id`;
    return new Map(rows.map((row) => [row.sourceId, row]));
  }

  /**
   * Puts ratings into their sessions, one for each, as corrections. The hash stays that of the session as its own sender told it,
   * so that the same telling again changes nothing. Words that were cleared and are told again, or not told, stay cleared.
   */
  async rate(ratings: readonly SessionRating[]): Promise<WrittenSession[]> {
    if (ratings.length === 0) return [];
    const rows = await this.#tx.sql<RatedRow>`
      SELECT s.id, s.source_id AS "sourceId", s.revision, s.content_hash AS "contentHash", s.programme_id AS "programmeId",
        s.participant_id AS "participantId", s.volunteer_id AS "volunteerId", lower(s.kind) AS kind, s.started_at AS "startedAt",
        s.duration_minutes AS "durationMinutes", s.language_level AS "languageLevel", coalesce(n.rating, s.rating) AS rating,
        coalesce(n.feedback, s.feedback) AS "feedbackText", s.words_sha256 IS NOT NULL AND n.feedback IS NULL AS "wordsStay"
      FROM unnest(${ratings.map(({ sourceId }) => sourceId)}::text[], ${ratings.map(({ rating }) => rating)}::float8[],
        ${ratings.map(({ feedbackText }) => feedbackText)}::text[]) AS n (source_id, rating, feedback)
      JOIN programs.session s ON s.company_id = ${this.#tx.companyId} AND s.source_system = ${sourceSystem} AND s.source_id = n.source_id
      WHERE coalesce(n.rating, s.rating) IS DISTINCT FROM s.rating
        OR n.feedback IS DISTINCT FROM s.feedback AND programs.hash_of_words(n.feedback) IS DISTINCT FROM s.words_sha256
      ORDER BY s.source_id FOR UPDATE OF s`;
    const changes = rows.map(
      ({ id, revision, contentHash, programmeId, participantId, volunteerId, wordsStay, ...session }) => ({
        ...{ programmeId, participantId, volunteerId, stored: { id, revision, contentHash } },
        incoming: { session: { ...session, startedAt: session.startedAt.toISOString() }, contentHash, wordsStay },
      }),
    );
    return this.update(changes, null);
  }

  /**
   * Keeps what each session was before, then overwrites it under the next revision. Words that were cleared and come again are not
   * stored again: their hash tells them. Words that are here already keep their time, and others begin a new one.
   */
  async update(
    changes: readonly (ResolvedSession & { stored: Stored })[],
    importId: string | null,
  ): Promise<WrittenSession[]> {
    if (changes.length === 0) return [];
    const written = changes.map(({ stored, ...session }) => ({
      ...session,
      id: stored.id,
      revision: stored.revision + 1,
    }));
    const c = columnsOf(written);
    const stay = written.map(({ incoming }) => incoming.wordsStay === true);
    await this.#tx.sql`
      INSERT INTO programs.session_revision (company_id, session_id, revision, import_id, before, words_since)
      SELECT company_id, id, revision, ${importId}, to_jsonb(s), words_since FROM programs.session s
      WHERE company_id = ${this.#tx.companyId} AND id = ANY (${c.ids}::uuid[])`;
    const cleared = await this.#tx.sql<{ id: string; sha256: string }>`
      WITH told AS (
        SELECT n.*, n.words_stay OR coalesce(programs.hash_of_words(n.feedback) = s.words_sha256, false) AS same_cleared
        FROM unnest(${c.ids}::uuid[], ${c.programmes}::uuid[], ${c.participants}::uuid[], ${c.volunteers}::uuid[],
          ${c.kinds}::text[], ${c.starts}::timestamptz[], ${c.durations}::float8[], ${c.ratings}::float8[], ${c.levels}::text[],
          ${c.feedback}::text[], ${c.hashes}::text[], ${stay}::bool[])
          AS n (id, programme_id, participant_id, volunteer_id, kind, started_at, duration_minutes, rating, language_level, feedback,
            content_hash, words_stay)
        JOIN programs.session s ON s.company_id = ${this.#tx.companyId} AND s.id = n.id),
      updated AS (
        UPDATE programs.session s SET programme_id = n.programme_id, participant_id = n.participant_id, volunteer_id = n.volunteer_id,
          kind = n.kind, started_at = n.started_at, duration_minutes = n.duration_minutes, rating = n.rating,
          language_level = n.language_level, content_hash = n.content_hash, revision = s.revision + 1,
          feedback = CASE WHEN NOT n.same_cleared THEN n.feedback END,
          words_since = CASE WHEN n.same_cleared OR n.feedback IS NULL THEN NULL WHEN n.feedback = s.feedback THEN s.words_since ELSE now() END,
          words_cleared_at = CASE WHEN n.same_cleared THEN s.words_cleared_at END,
          words_sha256 = CASE WHEN n.same_cleared THEN s.words_sha256 END
        FROM told n WHERE s.company_id = ${this.#tx.companyId} AND s.id = n.id
        RETURNING s.id, s.words_sha256)
      SELECT id, words_sha256 AS sha256 FROM updated WHERE words_sha256 IS NOT NULL`;
    if (cleared.length === 0) return written;
    const hashes = new Map(cleared.map(({ id, sha256 }) => [id, sha256]));
    return written.map((each) => {
      const clearedSha256 = hashes.get(each.id);
      return clearedSha256 === undefined ? each : { ...each, clearedSha256 };
    });
  }
}

type RatedRow = Omit<SessionContent['session'], 'startedAt'> &
  Omit<ResolvedSession, 'incoming'> &
  Stored & { readonly startedAt: Date; readonly wordsStay: boolean };

interface RatedApart extends SessionRating {
  /** There were words, and they were cleared. */
  readonly cleared: boolean;
}

function columnsOf(sessions: readonly WrittenSession[]) {
  const of = <T>(pick: (each: WrittenSession) => T): T[] => sessions.map(pick);
  return {
    ids: uuidArray(of((each) => each.id)),
    sourceIds: textArray(of((each) => each.incoming.session.sourceId)),
    programmes: uuidArray(of((each) => each.programmeId)),
    participants: uuidArray(of((each) => each.participantId)),
    volunteers: uuidArray(of((each) => each.volunteerId)),
    kinds: textArray(of((each) => each.incoming.session.kind.toUpperCase())),
    starts: timestampArray(of((each) => each.incoming.session.startedAt)),
    durations: floatArray(of((each) => each.incoming.session.durationMinutes)),
    ratings: floatArray(of((each) => each.incoming.session.rating)),
    levels: textArray(of((each) => each.incoming.session.languageLevel)),
    feedback: textArray(of((each) => each.incoming.session.feedbackText)),
    hashes: textArray(of((each) => each.incoming.contentHash)),
  };
}
