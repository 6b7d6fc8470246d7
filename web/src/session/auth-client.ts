import { createAuthClient } from 'better-auth/client';

/** better-auth's browser client: sign-in, sign-out and the list of one's own login sessions, at /api/auth. */
export const authClient = createAuthClient({ basePath: '/api/auth' });

/** Starts the company's own single sign-on, found by the domain of the address; the browser leaves the page for it. */
export async function signInWithCompany(email: string, callbackURL: string): Promise<AuthRefusal | null> {
  const { data, error } = await authClient.$fetch<{ url: string }>('/sign-in/sso', {
    method: 'POST',
    body: { email, callbackURL },
  });
  if (error !== null) return error;
  if (data !== null) location.assign(data.url);
  return null;
}

export interface AuthRefusal {
  readonly code?: string | undefined;
  readonly message?: string | undefined;
  readonly status: number;
}
