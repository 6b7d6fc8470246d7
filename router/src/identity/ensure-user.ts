import type { AuthContext } from 'better-auth';

export interface NewUser {
  readonly email: string;
  readonly name: string;
  /** At least 10 characters. */
  readonly password: string;
}

/**
 * The id of the user with this address, who is made when there is none. The address counts as verified: whoever calls
 * vouches for it. An account that has a password keeps the one it has.
 */
export async function ensureUser(
  { internalAdapter: users, password: passwords }: Accounts,
  { email, name, password }: NewUser,
): Promise<string> {
  const address = email.trim().toLowerCase();
  const known = await users.findUserByEmail(address, { includeAccounts: true });
  const user =
    known?.user ?? (await users.createUser({ email: address, name, emailVerified: true }, { method: 'admin' }));
  if (known?.accounts.some(({ providerId }) => providerId === 'credential')) return user.id;
  const hash = await passwords.hash(password);
  await users.linkAccount({ userId: user.id, providerId: 'credential', accountId: user.id, password: hash });
  return user.id;
}

/** What of better-auth is needed to make an account. */
interface Accounts {
  readonly internalAdapter: AuthContext['internalAdapter'];
  readonly password: Pick<AuthContext['password'], 'hash'>;
}
