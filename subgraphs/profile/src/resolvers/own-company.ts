import type { ProfileContext } from '../context.ts';
import type { CompanyRow } from '../rows.ts';

/** The company of the transaction. */
export async function ownCompany({ loaders, tenant }: ProfileContext): Promise<CompanyRow> {
  const company = await loaders.company.load(tenant.companyId);
  if (company === null) throw new Error('the company of a viewer is gone');
  return company;
}
