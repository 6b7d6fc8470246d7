import { BoundedMap } from '@teei/runtime/bounded-map';
import type { Database } from '@teei/runtime/database';
import { companyBoundIn } from './sso-session.ts';
import { TrustedCache } from './trusted-cache.ts';

export interface SessionFacts {
  readonly sessionId: string;
  readonly userId: string;
  readonly signedInAt: Date;
  /** The one company that the session is good for, when a company's own identity provider opened it. */
  readonly onlyCompany: string | undefined;
  /** Companies whose administrators have ended it for theirs. */
  readonly closedTo: readonly string[];
  readonly userAgent: string | null;
}

export interface Sessions {
  /** `resolve` checks the cookie's signature and finds the session's id; a cookie never comes to mean another session. */
  byCookie(cookie: string, resolve: (cookie: string) => Promise<string | undefined>): Promise<SessionFacts | undefined>;
  byId(sessionId: string): Promise<SessionFacts | undefined>;
  /** Forgets those of the known sessions that have ended since. */
  forgetEnded(): Promise<void>;
  forget(sessionId: string): void;
  forgetAll(): void;
}

export function createSessions(database: Database, isWatched: () => boolean): Sessions {
  const idOfCookie = new BoundedMap<string>(10_000);
  const cache = new TrustedCache<SessionFacts & { readonly expiresAt: number }>(isWatched);
  const usedAt = new BoundedMap<number>(10_000);
  const byId = async (sessionId: string): Promise<SessionFacts | undefined> => {
    usedAt.set(sessionId, Date.now());
    const session = await cache.read(sessionId, read);
    if (!session || session.expiresAt > Date.now()) return session;
    // It may have been prolonged since it was read.
    cache.delete(sessionId);
    return read(sessionId);
  };
  const read = async (sessionId: string) => {
    const { rows } = await database.pool.query<Row>({ name: 'identity-session', text: alive, values: [sessionId] });
    return rows[0] && fromRow(rows[0]);
  };
  return {
    byCookie: async (cookie, resolve) => {
      const known = idOfCookie.get(cookie);
      const sessionId = known ?? (await resolve(cookie));
      if (sessionId === undefined) return undefined;
      idOfCookie.set(cookie, sessionId);
      return byId(sessionId);
    },
    byId,
    forgetEnded: async () => {
      const idle = Date.now() - idleMilliseconds;
      const known = cache.keys();
      for (const id of known) if ((usedAt.get(id) ?? 0) < idle) cache.delete(id);
      const ids = cache.keys();
      if (ids.length === 0) return;
      const { rows } = await database.pool.query<{ id: string }>({
        name: 'identity-sessions',
        text: allAlive,
        values: [ids],
      });
      const left = new Set(rows.map((row) => row.id));
      for (const id of ids) if (!left.has(id)) cache.delete(id);
    },
    forget: (sessionId) => cache.delete(sessionId),
    forgetAll: () => cache.clear(),
  };
}

/** A session that was not used for so long is read again, rather than watched. */
const idleMilliseconds = 60_000;

const alive = `SELECT id, user_id, token, user_agent, created_at, expires_at,
    ARRAY(SELECT company_id FROM profile.member_session m WHERE m.session_id = s.id AND m.ended_at IS NOT NULL)::text[] AS closed_to
  FROM identity.session s WHERE id = $1 AND expires_at > now()`;
const allAlive = 'SELECT id FROM identity.session WHERE id = ANY ($1) AND expires_at > now()';

interface Row {
  readonly id: string;
  readonly user_id: string;
  readonly token: string;
  readonly user_agent: string | null;
  readonly closed_to: readonly string[];
  readonly created_at: Date;
  readonly expires_at: Date;
}

function fromRow(row: Row): SessionFacts & { readonly expiresAt: number } {
  return {
    sessionId: row.id,
    userId: row.user_id,
    signedInAt: row.created_at,
    onlyCompany: companyBoundIn(row.token),
    closedTo: row.closed_to,
    userAgent: row.user_agent,
    expiresAt: row.expires_at.getTime(),
  };
}
