import { createHash } from 'node:crypto';
import { BoundedMap } from '@teei/runtime/bounded-map';
import { APIError, createAuthMiddleware } from 'better-auth/api';

/** Counts of one process. Several routers behind one address each allow as much. */
export interface SignInLimits {
  /** For better-auth's own rate limit, which counts by address and path. */
  readonly storage: {
    consume(
      key: string,
      rule: { window: number; max: number },
    ): Promise<{ allowed: boolean; retryAfter: number | null }>;
  };
  /** Refuse an account after many failures, from however many addresses they come. */
  readonly before: ReturnType<typeof createAuthMiddleware>;
  readonly after: ReturnType<typeof createAuthMiddleware>;
}

export function createSignInLimits(): SignInLimits {
  const byAddress = new FixedWindows();
  const failures = new FixedWindows();
  return {
    storage: {
      consume: async (key, { window, max }) => {
        const count = byAddress.add(key, window * 1000);
        return count <= max
          ? { allowed: true, retryAfter: null }
          : { allowed: false, retryAfter: byAddress.secondsLeft(key) };
      },
    },
    before: createAuthMiddleware(async ({ path, body }) => {
      const account = accountOf(path, body);
      if (account === undefined || failures.count(account) < failuresPerAccount) return;
      throw new APIError('TOO_MANY_REQUESTS', {
        code: 'TOO_MANY_ATTEMPTS',
        message: `Too many failed attempts for this account. Try again in ${Math.ceil(failures.secondsLeft(account) / 60)} minutes.`,
      });
    }),
    after: createAuthMiddleware(async ({ path, body, context }) => {
      const account = accountOf(path, body);
      if (account === undefined) return;
      if (context.newSession) failures.forget(account);
      else if (context.returned instanceof APIError) failures.add(account, failureWindow);
    }),
  };
}

const failuresPerAccount = 20;
const failureWindow = 15 * 60_000;

/** Known and unknown addresses alike are counted under their hash, so that no address is kept or told apart. */
function accountOf(path: string, body: unknown): string | undefined {
  if (path !== '/sign-in/email' || typeof body !== 'object' || body === null || !('email' in body)) return undefined;
  return createHash('sha256').update(String(body.email).trim().toLowerCase()).digest('base64url');
}

/** Counts that begin anew when their window is over. */
class FixedWindows {
  readonly #windows = new BoundedMap<{ count: number; readonly until: number }>(100_000);

  add(key: string, milliseconds: number): number {
    const now = Date.now();
    const known = this.#windows.get(key);
    const window = known && known.until > now ? known : { count: 0, until: now + milliseconds };
    window.count += 1;
    this.#windows.set(key, window);
    return window.count;
  }

  count(key: string): number {
    const known = this.#windows.get(key);
    return known && known.until > Date.now() ? known.count : 0;
  }

  secondsLeft(key: string): number {
    return Math.max(1, Math.ceil(((this.#windows.get(key)?.until ?? 0) - Date.now()) / 1000));
  }

  forget(key: string): void {
    this.#windows.delete(key);
  }
}
