import type pg from 'pg';

export interface ToldEvent {
  readonly type: string;
  readonly subject: string;
  readonly data: unknown;
}

/** What this subgraph has told of a company, in the order of commit. A row of the outbox may hold several events. */
export async function toldEvents(sql: pg.Pool, companyId: string): Promise<ToldEvent[]> {
  const { rows } = await sql.query<ToldEvent>(
    `SELECT o.type, e.told ->> 'subject' AS subject, e.told -> 'data' AS data
      FROM profile.outbox o CROSS JOIN LATERAL jsonb_array_elements(CASE WHEN o.size > 1 THEN o.data
        ELSE jsonb_build_array(jsonb_build_object('subject', o.subject, 'data', o.data)) END) WITH ORDINALITY AS e (told, n)
      WHERE o.company_id = $1 ORDER BY o.txid, o.seq, e.n`,
    [companyId],
  );
  return rows;
}
