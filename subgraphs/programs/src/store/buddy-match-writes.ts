import type { RecordTable } from './record-rows.ts';

export const buddyMatchWrites: RecordTable = {
  insert: (tx, rows) => tx.sql`
    INSERT INTO programs.buddy_match (id, company_id, source_id, participant_id, volunteer_id, status, matched_at, ended_at,
      pair_key, language, interests, location)
    SELECT n.id, ${tx.companyId}, n.source_id, n.participant_id, n.volunteer_id, n.status, n.matched_at, n.ended_at,
      n.pair_key, n.language, n.interests, n.location
    FROM jsonb_populate_recordset(NULL::programs.buddy_match, ${JSON.stringify(rows)}::jsonb) n
    ON CONFLICT DO NOTHING RETURNING id`,
  overwrite: (tx, rows) => tx.sql`
    UPDATE programs.buddy_match m SET (participant_id, volunteer_id, status, matched_at, ended_at, pair_key, language, interests, location) =
      (n.participant_id, n.volunteer_id, n.status, n.matched_at, n.ended_at, n.pair_key, n.language, n.interests, n.location)
    FROM jsonb_populate_recordset(NULL::programs.buddy_match, ${JSON.stringify(rows)}::jsonb) n
    WHERE m.company_id = ${tx.companyId} AND m.id = n.id`,
  read: (tx, ids) => tx.sql`
    SELECT to_jsonb(m) AS row FROM programs.buddy_match m WHERE m.company_id = ${tx.companyId} AND m.id = ANY (${ids}::uuid[])`,
  // Its events, check-ins and feedback came by other imports, which have to be taken back first.
  remove: (tx, ids) => tx.sql`
    DELETE FROM programs.buddy_match m WHERE m.company_id = ${tx.companyId} AND m.id = ANY (${ids}::uuid[])
      AND NOT EXISTS (SELECT 1 FROM programs.buddy_event e WHERE e.company_id = m.company_id AND e.match_id = m.id)
      AND NOT EXISTS (SELECT 1 FROM programs.buddy_check_in c WHERE c.company_id = m.company_id AND c.match_id = m.id)
      AND NOT EXISTS (SELECT 1 FROM programs.buddy_feedback f WHERE f.company_id = m.company_id AND f.match_id = m.id)
    RETURNING m.id`,
};
