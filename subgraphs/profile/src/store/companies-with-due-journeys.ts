import type { Database } from '@teei/runtime/database';

/** Companies in which a journey changes by itself about now. The relay sees whose and when, and not for whom. */
export async function companiesWithDueJourneys(relay: Database): Promise<string[]> {
  const { rows } = await relay.pool.query<{ company_id: string }>({
    name: 'companies-with-due-journeys',
    text: 'SELECT DISTINCT company_id FROM profile.journey_due WHERE at <= now()',
  });
  return rows.map((row) => row.company_id);
}
