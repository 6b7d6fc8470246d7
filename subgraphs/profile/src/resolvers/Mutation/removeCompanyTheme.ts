import type { MutationResolvers } from '../../generated/resolvers.ts';
import { CompanyThemeStore } from '../../store/company-theme-store.ts';
import { ownCompany } from '../own-company.ts';
import { audit } from '../tell-audited.ts';

/** Removing what is not there is answered like removing it: what the caller wants is already so. */
export const removeCompanyTheme: MutationResolvers['removeCompanyTheme'] = async (_, __, context) => {
  const removed = await new CompanyThemeStore(await context.tx()).remove();
  if (removed) await audit(context, { id: context.tenant.companyId, action: 'companyTheme.removed', detail: {} });
  return { __typename: 'CompanyThemeRemoved', company: await ownCompany(context) };
};
