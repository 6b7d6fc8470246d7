import type { TenantTransaction } from '@teei/runtime/tenant-transaction';

/** The provider of each of these courses of one company. */
export async function providersOf(
  tx: TenantTransaction,
  courseIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.sql<{ id: string; provider: string }>`
    SELECT id, provider FROM programs.course WHERE company_id = ${tx.companyId} AND id = ANY (${courseIds}::uuid[])`;
  return new Map(rows.map(({ id, provider }) => [id, provider]));
}
