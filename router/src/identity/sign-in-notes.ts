import { BoundedMap } from '@teei/runtime/bounded-map';
import type { Database } from '@teei/runtime/database';
import type { Logger } from '@teei/runtime/log';
import type { Membership } from './memberships.ts';
import type { SessionFacts } from './sessions.ts';

/** Keeps when members last signed in, for the list of members. A company learns of the sessions in which it was opened, and of no others. */
export interface SignInNotes {
  /** Returns at once; one write for each session and company. */
  note(session: SessionFacts, membership: Membership): void;
  /** Resolves when what was noted is written. */
  settled(): Promise<void>;
}

export function createSignInNotes(database: Database, log: Logger): SignInNotes {
  const noted = new BoundedMap<true>(10_000);
  const notes = new Set<Promise<void>>();
  return {
    note: ({ sessionId, signedInAt }, { companyId, memberId }) => {
      const key = `${sessionId} ${memberId}`;
      if (noted.get(key)) return;
      noted.set(key, true);
      const note = database.pool
        .query({ name: 'identity-signed-in', text: noteText, values: [companyId, memberId, signedInAt] })
        .then(() => undefined)
        .catch((error: unknown) => log.warn({ err: error, memberId }, 'a sign-in could not be noted'))
        .finally(() => notes.delete(note));
      notes.add(note);
    },
    settled: async () => void (await Promise.all(notes)),
  };
}

const noteText = `UPDATE profile.member SET last_sign_in_at = $3
  WHERE company_id = $1 AND id = $2 AND (last_sign_in_at IS NULL OR last_sign_in_at < $3)`;
