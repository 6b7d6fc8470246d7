import type { Database } from '@teei/runtime/database';
import type { Logger } from '@teei/runtime/log';

/** Ends altogether those sessions that administrators have closed to every company of their owner. */
export interface ClosedSessions {
  /** What fails is logged and done with the next change: the session opens nothing meanwhile. */
  clear(): Promise<void>;
  settled(): Promise<void>;
}

export function createClosedSessions(database: Database, log: Logger): ClosedSessions {
  let running: Promise<void> = Promise.resolve();
  return {
    clear: () => {
      running = running
        .then(
          async () => void (await database.pool.query({ name: 'identity-closed-sessions', text: closedEverywhere })),
        )
        .catch((error: unknown) => log.warn({ err: error }, 'sessions that were ended could not be cleared'));
      return running;
    },
    settled: () => running,
  };
}

/** Whoever belongs to another company as well keeps the session for that one. A demo of one's own is none. */
const closedEverywhere = `DELETE FROM identity.session WHERE id IN (
  SELECT s.id FROM identity.session s
  WHERE (s.id IN (SELECT session_id FROM profile.member_session WHERE ended_at IS NOT NULL)
      OR s.user_id IN (SELECT user_id FROM profile.member WHERE sessions_end_before > now() - interval '1 hour'))
    AND EXISTS (SELECT FROM profile.member m WHERE m.user_id = s.user_id)
    AND NOT EXISTS (
      SELECT FROM profile.member m JOIN profile.company c ON c.id = m.company_id AND c.demo_of IS NULL
      LEFT JOIN profile.member_session o ON o.company_id = m.company_id AND o.session_id = s.id
      WHERE m.user_id = s.user_id AND o.ended_at IS NULL
        AND (m.sessions_end_before IS NULL OR s.created_at >= m.sessions_end_before)))`;
