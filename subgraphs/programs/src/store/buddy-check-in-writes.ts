import type { RecordTable } from './record-rows.ts';

export const buddyCheckInWrites: RecordTable = {
  insert: (tx, rows) => tx.sql`
    INSERT INTO programs.buddy_check_in (id, company_id, match_id, checked_at, mood, note, words_since)
    SELECT n.id, ${tx.companyId}, n.match_id, n.checked_at, n.mood, n.note, n.words_since
    FROM jsonb_populate_recordset(NULL::programs.buddy_check_in, ${JSON.stringify(rows)}::jsonb) n
    ON CONFLICT DO NOTHING RETURNING id`,
  overwrite: (tx, rows) => tx.sql`
    UPDATE programs.buddy_check_in c SET (match_id, checked_at, mood, note, words_since, words_cleared_at, words_sha256) =
      (n.match_id, n.checked_at, n.mood, n.note, n.words_since, n.words_cleared_at, n.words_sha256)
    FROM jsonb_populate_recordset(NULL::programs.buddy_check_in, ${JSON.stringify(rows)}::jsonb) n
    WHERE c.company_id = ${tx.companyId} AND c.id = n.id`,
  read: (tx, ids) => tx.sql`
    SELECT to_jsonb(c) AS row FROM programs.buddy_check_in c WHERE c.company_id = ${tx.companyId} AND c.id = ANY (${ids}::uuid[])`,
  remove: (tx, ids) => tx.sql`
    DELETE FROM programs.buddy_check_in c WHERE c.company_id = ${tx.companyId} AND c.id = ANY (${ids}::uuid[]) RETURNING c.id`,
  clearWords: (tx, before, limit) => tx.sql`
    UPDATE programs.buddy_check_in SET words_sha256 = programs.hash_of_words(note), note = NULL, words_since = NULL, words_cleared_at = now()
    WHERE company_id = ${tx.companyId} AND id IN (
      SELECT id FROM programs.buddy_check_in WHERE company_id = ${tx.companyId} AND words_since < ${before}
      ORDER BY words_since LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    RETURNING id`,
};
