import { createContext, use } from 'react';

interface CompanySwitch {
  /** Shows another company's numbers from here on; null lets the server take the person's own. */
  switchTo(companyId: string | null): Promise<void>;
}

export const CompanyContext = createContext<CompanySwitch | null>(null);

export function useCompanySwitch(): CompanySwitch {
  const company = use(CompanyContext);
  if (company === null) throw new Error('A page of the cockpit stands inside CompanyContext.');
  return company;
}
