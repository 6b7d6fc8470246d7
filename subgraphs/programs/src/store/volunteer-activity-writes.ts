import type { RecordTable } from './record-rows.ts';

export const volunteerActivityWrites: RecordTable = {
  insert: (tx, rows) => tx.sql`
    INSERT INTO programs.volunteer_activity (id, company_id, source_id, volunteer_id, activity_date, hours, activity_type, ngo_name, ngo_id, location, description, skills, impact_area)
    SELECT n.id, ${tx.companyId}, n.source_id, n.volunteer_id, n.activity_date, n.hours, n.activity_type, n.ngo_name, n.ngo_id, n.location, n.description, n.skills, n.impact_area
    FROM jsonb_populate_recordset(NULL::programs.volunteer_activity, ${JSON.stringify(rows)}::jsonb) n
    ON CONFLICT DO NOTHING RETURNING id`,
  overwrite: (tx, rows) => tx.sql`
    UPDATE programs.volunteer_activity a SET (volunteer_id, activity_date, hours, activity_type, ngo_name, ngo_id, location, description, skills, impact_area) =
      (n.volunteer_id, n.activity_date, n.hours, n.activity_type, n.ngo_name, n.ngo_id, n.location, n.description, n.skills, n.impact_area)
    FROM jsonb_populate_recordset(NULL::programs.volunteer_activity, ${JSON.stringify(rows)}::jsonb) n
    WHERE a.company_id = ${tx.companyId} AND a.id = n.id`,
  read: (tx, ids) => tx.sql`
    SELECT to_jsonb(a) AS row FROM programs.volunteer_activity a WHERE a.company_id = ${tx.companyId} AND a.id = ANY (${ids}::uuid[])`,
  remove: (tx, ids) => tx.sql`
    DELETE FROM programs.volunteer_activity a WHERE a.company_id = ${tx.companyId} AND a.id = ANY (${ids}::uuid[]) RETURNING a.id`,
};
