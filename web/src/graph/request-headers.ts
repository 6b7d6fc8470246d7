import { chosenCompany } from '../company/chosen-company.ts';

/**
 * What every request of the cockpit carries. `x-teei-client` makes a cross-site form or image unable to send it (it needs a
 * preflight), so a session cookie alone is never enough.
 */
export function requestHeaders(): Record<string, string> {
  const company = chosenCompany();
  return { 'x-teei-client': 'cockpit', ...(company === null ? {} : { 'x-company-id': company }) };
}
