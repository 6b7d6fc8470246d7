import { BoundedMap } from '@teei/runtime/bounded-map';
import type { Database } from '@teei/runtime/database';
import { newId } from '@teei/runtime/id';
import type { Logger } from '@teei/runtime/log';
import { browserFamily } from './browser-family.ts';
import type { Membership } from './memberships.ts';
import type { SessionFacts } from './sessions.ts';

/**
 * Keeps when members last signed in and in which sessions they open the company, for the list of members. A company
 * learns of the sessions in which it was opened, and of no others.
 */
export interface SignInNotes {
  /** Returns at once; one write for each session and company in five minutes. */
  note(session: SessionFacts, membership: Membership): void;
  /** Resolves when what was noted is written. */
  settled(): Promise<void>;
}

export function createSignInNotes(database: Database, log: Logger): SignInNotes {
  const notedAt = new BoundedMap<number>(10_000);
  const notes = new Set<Promise<void>>();
  return {
    note: ({ sessionId, signedInAt, userAgent }, { companyId, memberId }) => {
      const key = `${sessionId} ${memberId}`;
      const now = Date.now();
      if (now - (notedAt.get(key) ?? 0) < noteInterval) return;
      notedAt.set(key, now);
      const { browser, system } = browserFamily(userAgent);
      const values = [companyId, memberId, signedInAt, newId(), sessionId, browser, system];
      const note = database.pool
        .query({ name: 'identity-signed-in', text: noteText, values })
        .then(() => undefined)
        .catch((error: unknown) => log.warn({ err: error, memberId }, 'a sign-in could not be noted'))
        .finally(() => notes.delete(note));
      notes.add(note);
    },
    settled: async () => void (await Promise.all(notes)),
  };
}

/** Five minutes. */
const noteInterval = 5 * 60_000;

const noteText = `WITH seen AS (
    INSERT INTO profile.member_session AS s (company_id, id, member_id, session_id, browser, system, signed_in_at)
    SELECT $1, $4, $2, $5, $6, $7, $3
    WHERE EXISTS (SELECT FROM identity.session WHERE id = $5) AND EXISTS (SELECT FROM profile.member WHERE company_id = $1 AND id = $2)
    ON CONFLICT (session_id, company_id) DO UPDATE SET last_seen_at = now())
  UPDATE profile.member SET last_sign_in_at = $3
  WHERE company_id = $1 AND id = $2 AND (last_sign_in_at IS NULL OR last_sign_in_at < $3)`;
