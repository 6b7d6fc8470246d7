import type pg from 'pg';

export type RecordContent = Readonly<Record<string, unknown>>;

/** The records of one kind as two companies would have them alike: people by their addresses, without ids of our own and when they came. */
export async function recordsOf(
  sql: pg.Pool,
  companyId: string,
  kind: string,
  table: string,
): Promise<RecordContent[]> {
  const { rows } = await sql.query<{ row: RecordContent }>(
    `SELECT (to_jsonb(t) - ARRAY['id', 'company_id', 'participant_id', 'volunteer_id', 'course_id', 'match_id', 'created_at', 'words_since',
        -- When a file's or a webhook's credential was stored; of feedback it is what the record says.
        CASE $2 WHEN 'CREDENTIAL' THEN 'submitted_at' ELSE 'id' END])
      || jsonb_build_object('source', s.source_id, 'hash', s.content_hash,
        'participant', (SELECT email FROM profile.participant p WHERE p.company_id = $1 AND p.id::text = to_jsonb(t) ->> 'participant_id'),
        'volunteer', (SELECT email FROM profile.volunteer v WHERE v.company_id = $1 AND v.id::text = to_jsonb(t) ->> 'volunteer_id'),
        'course', (SELECT c.provider || ' ' || c.external_id || ' ' || c.name FROM programs.course c
          WHERE c.company_id = $1 AND c.id::text = to_jsonb(t) ->> 'course_id'),
        'match', (SELECT m.source_id FROM programs.buddy_match m WHERE m.company_id = $1 AND m.id::text = to_jsonb(t) ->> 'match_id')) AS row
      FROM programs.${table} t JOIN programs.record_source s ON s.company_id = t.company_id AND s.id = t.id AND s.kind = $2
      WHERE t.company_id = $1 ORDER BY s.source_id`,
    [companyId, kind],
  );
  return rows.map(({ row }) => row);
}

/** Of each record its revision, and how many earlier versions are kept. */
export async function storedVersions(sql: pg.Pool, companyId: string, kind: string) {
  const { rows } = await sql.query<{ revision: number; kept: number }>(
    `SELECT s.revision, (SELECT count(*)::int FROM programs.record_revision r WHERE r.company_id = $1 AND r.kind = $2
        AND r.record_id = s.id) AS kept
      FROM programs.record_source s WHERE s.company_id = $1 AND s.kind = $2`,
    [companyId, kind],
  );
  return rows;
}

/** The contents of all events of a type, in order, without ids of our own; none for a kind of which nothing is told. */
export async function toldVersions(sql: pg.Pool, companyId: string, type: string | null): Promise<RecordContent[]> {
  const { rows } = await sql.query<{ data: RecordContent }>(
    `SELECT coalesce(e.told -> 'data', o.data) AS data
      FROM programs.outbox o CROSS JOIN LATERAL jsonb_array_elements(CASE WHEN o.size > 1 THEN o.data
        ELSE jsonb_build_array(jsonb_build_object('data', o.data)) END) WITH ORDINALITY AS e (told, n)
      WHERE o.company_id = $1 AND o.type = $2 ORDER BY o.txid, o.seq, e.n`,
    [companyId, type],
  );
  return rows.map(({ data }) => Object.fromEntries(Object.entries(data).filter(([name]) => !name.endsWith('Id'))));
}
