import { isId } from '@teei/runtime/id';

/**
 * A session that a company's identity provider opened is good for that company alone: the provider may vouch for its own
 * people's addresses, not for what they do at another company. The company stands in the session's token, which is stored
 * and signed with it, so it cannot get lost or be taken off.
 */
export function tokenBoundTo(companyId: string, token: string): string {
  return `${start}${companyId}_${token}`;
}

/** The one company that a session's token is good for; undefined when it is good for all of its owner's. */
export function companyBoundIn(token: string): string | undefined {
  if (!token.startsWith(start)) return undefined;
  const companyId = token.slice(start.length, start.length + idLength);
  // A token that cannot be read must not open more than one that can.
  return isId(companyId) ? companyId : 'none';
}

const start = 'sso_';
const idLength = 36;
