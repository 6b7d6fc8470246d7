import type { RecordTable } from './record-rows.ts';

export const courseCompletionWrites: RecordTable = {
  insert: (tx, rows) => tx.sql`
    INSERT INTO programs.course_completion (id, company_id, course_id, participant_id, completed_at, final_score, credential_ref)
    SELECT n.id, ${tx.companyId}, n.course_id, n.participant_id, n.completed_at, n.final_score, n.credential_ref
    FROM jsonb_populate_recordset(NULL::programs.course_completion, ${JSON.stringify(rows)}::jsonb) n
    ON CONFLICT DO NOTHING RETURNING id`,
  overwrite: (tx, rows) => tx.sql`
    UPDATE programs.course_completion c SET (course_id, participant_id, completed_at, final_score, credential_ref) =
      (n.course_id, n.participant_id, n.completed_at, n.final_score, n.credential_ref)
    FROM jsonb_populate_recordset(NULL::programs.course_completion, ${JSON.stringify(rows)}::jsonb) n
    WHERE c.company_id = ${tx.companyId} AND c.id = n.id`,
  read: (tx, ids) => tx.sql`
    SELECT to_jsonb(c) AS row FROM programs.course_completion c WHERE c.company_id = ${tx.companyId} AND c.id = ANY (${ids}::uuid[])`,
  remove: (tx, ids) => tx.sql`
    DELETE FROM programs.course_completion c WHERE c.company_id = ${tx.companyId} AND c.id = ANY (${ids}::uuid[]) RETURNING c.id`,
};
