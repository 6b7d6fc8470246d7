import { type AuthRefusal, authClient } from './auth-client.ts';

/** One call of /api/auth: what it answers, or why it was refused. */
export async function postAuth<Answer>(
  path: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<{ readonly answer: Answer } | { readonly refusal: AuthRefusal }> {
  const { data, error } = await authClient
    .$fetch<Answer>(path, { method: 'POST', body, headers })
    .catch(() => ({ data: null, error: { status: 0 } }));
  return error === null && data !== null ? { answer: data } : { refusal: error ?? { status: 0 } };
}
