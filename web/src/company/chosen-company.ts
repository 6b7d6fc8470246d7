/** The company whose numbers are on the page, for people who belong to several; null is the one the server takes by itself. */
const storageKey = 'teei.company';

export function chosenCompany(): string | null {
  return localStorage.getItem(storageKey);
}

export function rememberCompany(id: string | null): void {
  if (id === null) localStorage.removeItem(storageKey);
  else localStorage.setItem(storageKey, id);
}
