import type { RecordTable } from './record-rows.ts';

export const buddyFeedbackWrites: RecordTable = {
  insert: (tx, rows) => tx.sql`
    INSERT INTO programs.buddy_feedback (id, company_id, match_id, submitted_at, author_kind, rating, text, words_since)
    SELECT n.id, ${tx.companyId}, n.match_id, n.submitted_at, n.author_kind, n.rating, n.text, n.words_since
    FROM jsonb_populate_recordset(NULL::programs.buddy_feedback, ${JSON.stringify(rows)}::jsonb) n
    ON CONFLICT DO NOTHING RETURNING id`,
  overwrite: (tx, rows) => tx.sql`
    UPDATE programs.buddy_feedback f SET (match_id, submitted_at, author_kind, rating, text, words_since, words_cleared_at, words_sha256) =
      (n.match_id, n.submitted_at, n.author_kind, n.rating, n.text, n.words_since, n.words_cleared_at, n.words_sha256)
    FROM jsonb_populate_recordset(NULL::programs.buddy_feedback, ${JSON.stringify(rows)}::jsonb) n
    WHERE f.company_id = ${tx.companyId} AND f.id = n.id`,
  read: (tx, ids) => tx.sql`
    SELECT to_jsonb(f) AS row FROM programs.buddy_feedback f WHERE f.company_id = ${tx.companyId} AND f.id = ANY (${ids}::uuid[])`,
  remove: (tx, ids) => tx.sql`
    DELETE FROM programs.buddy_feedback f WHERE f.company_id = ${tx.companyId} AND f.id = ANY (${ids}::uuid[]) RETURNING f.id`,
  clearWords: (tx, before, limit) => tx.sql`
    UPDATE programs.buddy_feedback SET words_sha256 = programs.hash_of_words(text), text = NULL, words_since = NULL, words_cleared_at = now()
    WHERE company_id = ${tx.companyId} AND id IN (
      SELECT id FROM programs.buddy_feedback WHERE company_id = ${tx.companyId} AND words_since < ${before}
      ORDER BY words_since LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    RETURNING id`,
};
