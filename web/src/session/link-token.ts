/**
 * The token behind the # of a mail's link. It is taken out of the address at once, so that it stands in no history, and kept
 * for this tab alone, so that signing in on the way does not lose it.
 */
export function linkToken(name: 'invitation' | 'password'): string | null {
  const key = `teei.${name}`;
  const given = location.hash.slice(1);
  if (given === '') return sessionStorage.getItem(key);
  sessionStorage.setItem(key, given);
  history.replaceState(history.state, '', location.pathname + location.search);
  return given;
}

export function forgetLinkToken(name: 'invitation' | 'password'): void {
  sessionStorage.removeItem(`teei.${name}`);
}
