import type { RecordTable } from './record-rows.ts';

/** Credentials as files claim them: nothing of them was verified. */
export const importedCredentialWrites: RecordTable = {
  insert: (tx, rows) => tx.sql`
    INSERT INTO programs.credential (id, company_id, external_id, participant_id, course_id, kind, issued_at, expires_at, url, verification_code)
    SELECT n.id, ${tx.companyId}, n.external_id, n.participant_id, n.course_id, n.kind, n.issued_at, n.expires_at, n.url, n.verification_code
    FROM jsonb_populate_recordset(NULL::programs.credential, ${JSON.stringify(rows)}::jsonb) n
    ON CONFLICT DO NOTHING RETURNING id`,
  overwrite: (tx, rows) => tx.sql`
    UPDATE programs.credential c SET (participant_id, course_id, kind, issued_at, expires_at, url, verification_code) =
      (n.participant_id, n.course_id, n.kind, n.issued_at, n.expires_at, n.url, n.verification_code)
    FROM jsonb_populate_recordset(NULL::programs.credential, ${JSON.stringify(rows)}::jsonb) n
    WHERE c.company_id = ${tx.companyId} AND c.id = n.id`,
  read: (tx, ids) => tx.sql`
    SELECT to_jsonb(c) AS row FROM programs.credential c WHERE c.company_id = ${tx.companyId} AND c.id = ANY (${ids}::uuid[])`,
  remove: (tx, ids) => tx.sql`
    DELETE FROM programs.credential c WHERE c.company_id = ${tx.companyId} AND c.id = ANY (${ids}::uuid[]) RETURNING c.id`,
};
