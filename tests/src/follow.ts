import { cursorOf } from '@teei/runtime/live-tail';
import type { Client } from 'graphql-ws';
import type pg from 'pg';
import type { GraphAnswer } from './caller.ts';

export interface Followed<Data> {
  /** What has come so far. */
  readonly events: Data[];
  /** Resolves when the subscription is over: to what ended it, or to undefined when it came to its end. */
  readonly ended: Promise<unknown>;
  stop(): void;
}

/** Subscribes and collects. An answer with errors ends it. */
export function follow<Data>(socket: Client, query: string, variables: Record<string, unknown> = {}): Followed<Data> {
  const events: Data[] = [];
  let stop: () => void = () => undefined;
  const ended = new Promise<unknown>((resolve) => {
    stop = socket.subscribe<Data>(
      { query, variables },
      {
        next: ({ data, errors }: GraphAnswer<Data>) => {
          if (data && !errors) events.push(data);
          else resolve(errors);
        },
        error: resolve,
        complete: () => resolve(undefined),
      },
    );
  });
  return { events, ended, stop };
}

/** A cursor in front of everything. A subscription that starts here misses nothing, however late the server has it. */
export const fromTheBeginning = cursorOf({ txid: 0, seq: 0 });

/** A cursor behind everything that is committed: what happens from now on comes, however late the server has it. */
export async function fromNowOn(sql: pg.Pool, schema: 'programs' | 'outcomes'): Promise<string> {
  const { rows } = await sql.query<{ txid: string; seq: string }>(
    `SELECT txid, seq FROM ${schema}.outbox ORDER BY txid DESC, seq DESC LIMIT 1`,
  );
  return cursorOf({ txid: Number(rows[0]?.txid ?? 0), seq: Number(rows[0]?.seq ?? 0) });
}
