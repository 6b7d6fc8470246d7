import type { Database } from '@teei/runtime/database';
import type { Logger } from '@teei/runtime/log';
import { createLoop } from '@teei/runtime/loop';
import type { WakeUps } from '@teei/runtime/wake-ups';

/** Events after which nothing that was remembered of members, keys, features or operations of keys may be used. */
const decisiveTypes = [
  'profile.member.changed',
  'profile.member.removed',
  'profile.memberSessions.ended',
  'profile.apiKey.changed',
  'profile.features.changed',
  'profile.partnerManifest.changed',
] as const;

/** Notices within a second, in every process, that rights have changed. */
export interface ChangeWatch {
  /** Whether a look that began less than a second ago found everything as it was remembered. */
  isCurrent(): boolean;
  start(): void;
  stop(): Promise<void>;
}

/**
 * Reads profile's outbox as all its rows become visible, not in commit order like a consumer: a long transaction elsewhere
 * holds the ordered end of the outbox back, and must not hold back a revocation. A row may so be seen twice; that only
 * empties the memory twice.
 */
export function createChangeWatch(options: {
  /** Acts as teei_relay. */
  readonly relayDatabase: Database;
  readonly wakeUps: WakeUps;
  readonly log: Logger;
  /** Members, keys, features or operations of keys have changed. */
  readonly onChange: () => void;
  /** Runs with every look. */
  readonly alongside: () => Promise<void>;
}): ChangeWatch {
  let position: number | undefined;
  let seen: ReadonlySet<string> = new Set();
  let currentSince = Number.NEGATIVE_INFINITY;
  const look = async (): Promise<boolean> => {
    const began = performance.now();
    const [changes] = await Promise.all([changesAfter(options.relayDatabase, position), options.alongside()]);
    if (position === undefined || changes.ids.some((id) => !seen.has(id))) options.onChange();
    position = changes.head;
    seen = new Set(changes.ids);
    currentSince = began;
    return false;
  };
  const loop = createLoop('identity changes', look, options.log);
  const off = options.wakeUps.on('profile', loop.wake);
  let timer: NodeJS.Timeout | undefined;
  return {
    isCurrent: () => performance.now() - currentSince < longestBlindness,
    start: () => {
      loop.start();
      // A wake-up may get lost; a look in this rhythm keeps the promise of one second without it.
      timer = setInterval(loop.wake, lookInterval);
    },
    stop: async () => {
      clearInterval(timer);
      off();
      await loop.stop();
    },
  };
}

/** Milliseconds. */
const longestBlindness = 1_000;
const lookInterval = 400;

/**
 * Rows up to `head` are all visible now and are not read again; rows above it may still be joined by others. No row is visible
 * from the snapshot's end on: it is named for PostgreSQL to see that the range is short, which it reads by the index then.
 */
const changesText = `SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1 AS head,
  ARRAY(SELECT id FROM profile.outbox WHERE txid > $1 AND txid < pg_snapshot_xmax(pg_current_snapshot())::text::bigint AND type = ANY ($2)) AS ids`;

interface Changes {
  readonly head: number;
  readonly ids: readonly string[];
}

async function changesAfter(database: Database, position: number | undefined): Promise<Changes> {
  const values = [position ?? Number.MAX_SAFE_INTEGER, decisiveTypes];
  const { rows } = await database.pool.query<Changes>({ name: 'identity-changes', text: changesText, values });
  return rows[0] ?? { head: position ?? 0, ids: [] };
}
