import { createHash, randomBytes } from 'node:crypto';

/**
 * What the link in a mail carries: the company, so that it is looked for in no other, and 256 random bits. It stands in the
 * mail and nowhere else; the database has its hash.
 */
export function issueInvitationToken(companyId: string): { readonly token: string; readonly hash: string } {
  const token = `${companyId}.${randomBytes(32).toString('base64url')}`;
  return { token, hash: createHash('sha256').update(token).digest('base64url') };
}
