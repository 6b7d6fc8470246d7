import { type Refused, refused } from '@teei/runtime/refusal';
import type { NewProviderLink } from '../store/provider-link-store.ts';

/** What is wrong with a connection as somebody wants it; undefined when nothing is. */
export function refuseLink(link: Omit<NewProviderLink, 'id' | 'secret'>, secret: string): Refused | undefined {
  const { name, baseUrl, settings, intervalMinutes } = link;
  if (name === '' || name.length > 200) {
    return refused('CONNECTION_NAME', 'The name is empty or too long.', 'Give a name of at most 200 characters.');
  }
  if (!isAddress(baseUrl) || (settings.tokenUrl && !isAddress(settings.tokenUrl))) {
    return refused(
      'CONNECTION_ADDRESS',
      'An address is not usable.',
      'Give whole addresses that begin with https:// and hold no password.',
    );
  }
  if (secret === '' || secret.length > 4_000) {
    return refused(
      'CONNECTION_SECRET',
      'There is no secret, or it is too long.',
      'Give the secret that the provider issued.',
    );
  }
  if (settings.tokenUrl && !settings.clientId) {
    return refused(
      'CONNECTION_CLIENT',
      'A token is asked for with a client id.',
      'Give the client id that the provider issued.',
    );
  }
  if (intervalMinutes < 5 || intervalMinutes > 10_080) {
    return refused('CONNECTION_INTERVAL', 'The interval is too short or too long.', 'Give 5 to 10080 minutes.');
  }
  return undefined;
}

/** Whether the address may be called at all is decided when it is called. */
function isAddress(text: string): boolean {
  if (text.length > 1_000 || !URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return ['https:', 'http:'].includes(protocol) && username === '' && password === '';
}

export function connectionNotFound(): Refused {
  return refused('CONNECTION_NOT_FOUND', 'There is no such connection.', 'Look it up in the list of connections.');
}
