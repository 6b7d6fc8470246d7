import { useCallback, useEffect, useState } from 'react';
import { type AuthRefusal, authClient } from '../session/auth-client.ts';
import { linkToken } from '../session/link-token.ts';
import { postAuth } from '../session/post-auth.ts';

export interface Invitation {
  readonly companyName: string;
  readonly email: string;
  readonly role: 'COMPANY_ADMIN' | 'COMPANY_USER' | 'ANALYST' | 'REVIEWER' | 'PLATFORM_ADMIN';
  readonly expiresAt: string;
}

export type InvitationState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused'; readonly refusal: AuthRefusal }
  | {
      readonly kind: 'open';
      readonly token: string;
      readonly invitation: Invitation;
      /** The address of whoever is signed in in this browser. */
      readonly signedInAs: string | null;
    };

/** What the link leads to, and who is looking at it. */
export function useInvitation(): { state: InvitationState; reload: () => void } {
  const [token] = useState(() => linkToken('invitation'));
  const [state, setState] = useState<InvitationState>({ kind: 'loading' });
  const load = useCallback(async () => setState(await look(token)), [token]);
  useEffect(() => void load(), [load]);
  return { state, reload: () => void load() };
}

async function look(token: string | null): Promise<InvitationState> {
  if (token === null) return { kind: 'refused', refusal: { code: 'INVITATION_NOT_OPEN', status: 404 } };
  const [found, session] = await Promise.all([
    postAuth<Invitation>('/invitation/look', { token }),
    authClient.getSession().catch(() => ({ data: null })),
  ]);
  if ('refusal' in found) return { kind: 'refused', refusal: found.refusal };
  return { kind: 'open', token, invitation: found.answer, signedInAs: session.data?.user.email ?? null };
}
