import type { Database } from '@teei/runtime/database';

/**
 * The company whose delivery has been due for longest. Asked as `teei_intake`, which sees when deliveries of all companies
 * are due and nothing else of them.
 */
export async function dueCompany(intake: Database): Promise<string | undefined> {
  const { rows } = await intake.pool.query<{ company_id: string }>({
    name: 'due-company',
    text: `SELECT company_id FROM programs.webhook_delivery
      WHERE next_attempt_at <= now() AND status IN ('RECEIVED', 'RETRYING') ORDER BY next_attempt_at LIMIT 1`,
  });
  return rows[0]?.company_id;
}
