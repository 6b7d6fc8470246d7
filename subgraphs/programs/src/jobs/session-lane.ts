import { normaliseSession } from '../domain/import-file/normalise-session.ts';
import type { ColumnMapping } from '../domain/import-file/session-field.ts';
import { contentHash } from '../domain/import-run/content-hash.ts';
import { type IncomingSession, sessionKey } from '../domain/import-run/plan-batch.ts';
import { SessionWrites } from '../store/session-writes.ts';
import { checkRows, mappingOf } from './import-batch.ts';
import type { ImportLane } from './import-lane.ts';
import { nothingFound, peopleOfSessions, storeSessions } from './store-sessions.ts';

/** Kintell's sessions: by the million, so they have tables and statements of their own. A run has a lane of its own. */
export const sessionLane = (): ImportLane<IncomingSession> => {
  const found = nothingFound();
  return {
    system: 'kintell',
    check: (rows, run, now) => {
      const mapping: ColumnMapping = mappingOf(run);
      return checkRows(rows, run.dialect, (row) => {
        const result = normaliseSession(row, mapping, run.dialect, { now });
        if (!result.ok) return result;
        const { session, warnings } = result;
        return { ok: true, incoming: { session, contentHash: contentHash(session) }, warnings };
      });
    },
    sourceIdOf: sessionKey,
    screen: async (_, batch) => batch,
    compare: async (tx, importId, incoming) => {
      const writes = new SessionWrites(tx);
      const stored = await writes.hashesBySourceId(incoming.map(sessionKey));
      const differing = incoming.filter((each) => {
        const before = stored.get(sessionKey(each));
        return before !== undefined && before !== each.contentHash;
      });
      return { stored, superseded: await writes.supersededInFile(importId, differing) };
    },
    peopleOf: peopleOfSessions,
    store: (parts, tx, people, importId, incoming) => storeSessions(parts, tx, people, importId, incoming, found),
  };
};
