import type { Database } from '@teei/runtime/database';

/** Companies whose texts were scored, from one to the next along the index. The relay sees whose, and nothing of the texts. */
export async function companiesWithScores(relay: Database): Promise<string[]> {
  const { rows } = await relay.pool.query<{ company_id: string }>({
    name: 'companies-with-scores',
    text: `WITH RECURSIVE company AS (
        (SELECT company_id FROM outcomes.scored_text ORDER BY company_id LIMIT 1)
        UNION ALL
        SELECT (SELECT t.company_id FROM outcomes.scored_text t WHERE t.company_id > c.company_id ORDER BY t.company_id LIMIT 1)
        FROM company c WHERE c.company_id IS NOT NULL)
      SELECT company_id FROM company WHERE company_id IS NOT NULL`,
  });
  return rows.map((row) => row.company_id);
}
