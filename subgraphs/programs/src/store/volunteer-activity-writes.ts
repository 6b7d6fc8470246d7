import type { RecordTable } from './record-rows.ts';

export const volunteerActivityWrites: RecordTable = {
  insert: (tx, rows) => tx.sql`
    INSERT INTO programs.volunteer_activity (id, company_id, source_id, volunteer_id, activity_date, hours, activity_type, ngo_name, ngo_id, location, description, skills, impact_area)
    SELECT n.id, ${tx.companyId}, n.source_id, n.volunteer_id, n.activity_date, n.hours, n.activity_type, n.ngo_name, n.ngo_id, n.location, n.description, n.skills, n.impact_area
    FROM jsonb_populate_recordset(NULL::programs.volunteer_activity, ${JSON.stringify(rows)}::jsonb) n
    ON CONFLICT DO NOTHING RETURNING id`,
  // What a file says after a member has decided waits for a member again; taken back, it is what it was. Both are history.
  overwrite: (tx, rows) => tx.sql`
    WITH told AS (
      SELECT n.*, a.hours AS hours_before, a.activity_date AS date_before FROM programs.volunteer_activity a
      JOIN jsonb_populate_recordset(NULL::programs.volunteer_activity, ${JSON.stringify(rows)}::jsonb) n ON n.id = a.id
      WHERE a.company_id = ${tx.companyId}
    ), changed AS (
      UPDATE programs.volunteer_activity a SET (volunteer_id, activity_date, hours, activity_type, ngo_name, ngo_id, location, description, skills, impact_area) =
          (n.volunteer_id, n.activity_date, n.hours, n.activity_type, n.ngo_name, n.ngo_id, n.location, n.description, n.skills, n.impact_area),
        status = coalesce(n.status, CASE WHEN a.reviewed THEN 'LOGGED' ELSE a.status END), reviewed = coalesce(n.reviewed, false)
      FROM told n WHERE a.company_id = ${tx.companyId} AND a.id = n.id
      RETURNING a.id, a.hours, a.activity_date, a.status, n.hours_before, n.date_before
    )
    INSERT INTO programs.volunteer_activity_change (company_id, activity_id, ordinal, kind, hours_before, hours_after, date_before, date_after, status_after)
    SELECT ${tx.companyId}, c.id, 1 + (SELECT count(*) FROM programs.volunteer_activity_change e WHERE e.company_id = ${tx.companyId} AND e.activity_id = c.id),
      'CHANGED_BY_FILE', c.hours_before, c.hours, c.date_before, c.activity_date, c.status FROM changed c`,
  read: (tx, ids) => tx.sql`
    SELECT to_jsonb(a) AS row FROM programs.volunteer_activity a WHERE a.company_id = ${tx.companyId} AND a.id = ANY (${ids}::uuid[])`,
  remove: (tx, ids) => tx.sql`
    DELETE FROM programs.volunteer_activity a WHERE a.company_id = ${tx.companyId} AND a.id = ANY (${ids}::uuid[]) RETURNING a.id`,
};
