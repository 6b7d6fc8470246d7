import type { RecordTable } from './record-rows.ts';

export const buddyEventWrites: RecordTable = {
  insert: (tx, rows) => tx.sql`
    INSERT INTO programs.buddy_event (id, company_id, match_id, kind, held_at, duration_minutes, note, words_since)
    SELECT n.id, ${tx.companyId}, n.match_id, n.kind, n.held_at, n.duration_minutes, n.note, n.words_since
    FROM jsonb_populate_recordset(NULL::programs.buddy_event, ${JSON.stringify(rows)}::jsonb) n
    ON CONFLICT DO NOTHING RETURNING id`,
  overwrite: (tx, rows) => tx.sql`
    UPDATE programs.buddy_event e SET (match_id, kind, held_at, duration_minutes, note, words_since, words_cleared_at, words_sha256) =
      (n.match_id, n.kind, n.held_at, n.duration_minutes, n.note, n.words_since, n.words_cleared_at, n.words_sha256)
    FROM jsonb_populate_recordset(NULL::programs.buddy_event, ${JSON.stringify(rows)}::jsonb) n
    WHERE e.company_id = ${tx.companyId} AND e.id = n.id`,
  read: (tx, ids) => tx.sql`
    SELECT to_jsonb(e) AS row FROM programs.buddy_event e WHERE e.company_id = ${tx.companyId} AND e.id = ANY (${ids}::uuid[])`,
  remove: (tx, ids) => tx.sql`
    DELETE FROM programs.buddy_event e WHERE e.company_id = ${tx.companyId} AND e.id = ANY (${ids}::uuid[]) RETURNING e.id`,
  clearWords: (tx, before, limit) => tx.sql`
    UPDATE programs.buddy_event SET words_sha256 = programs.hash_of_words(note), note = NULL, words_since = NULL, words_cleared_at = now()
    WHERE company_id = ${tx.companyId} AND id IN (
      SELECT id FROM programs.buddy_event WHERE company_id = ${tx.companyId} AND words_since < ${before}
      ORDER BY words_since LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    RETURNING id`,
};
