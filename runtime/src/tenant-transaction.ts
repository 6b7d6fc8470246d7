import pg from 'pg';
import { allOver } from './all-over.ts';
import type { Database } from './database.ts';
import { isId } from './id.ts';
import type { TenantViewer } from './viewer.ts';

/** One transaction for one tenant. Row-level security sees the company and, for a member, the user. */
export interface TenantTransaction {
  readonly companyId: string;
  readonly viewer: TenantViewer;
  readonly client: pg.PoolClient;
  /** Runs one statement. They follow each other; for a database with `pipeline` each is sent at once, without waiting for the one before. */
  query(statement: pg.QueryConfig): Promise<pg.QueryResult>;
  /** Runs one statement; `${values}` become parameters, never text. The statement is prepared once for each connection. */
  sql<Row>(strings: TemplateStringsArray, ...values: unknown[]): Promise<Row[]>;
  /** Runs once the transaction is committed, and not at all when it is not. */
  afterCommit(effect: () => void): void;
  /**
   * Sends the commit right behind the last statements of the transaction, which are under way, instead of waiting for them first.
   * Rejects when one of them fails, and nothing is committed then.
   */
  endWith(last: Promise<unknown>): Promise<void>;
}

export interface OpenTenantTransaction extends TenantTransaction {
  commit(): Promise<void>;
  rollback(): Promise<void>;
}

/** Runs `work` in a transaction of its own; commits when it resolves, rolls back when it rejects. */
export async function inTenant<T>(
  database: Database,
  viewer: TenantViewer,
  work: (tx: TenantTransaction) => Promise<T>,
): Promise<T> {
  const tx = await beginTenantTransaction(database, viewer);
  try {
    const result = await work(tx);
    await tx.commit();
    return result;
  } catch (error) {
    await tx.rollback();
    throw error;
  }
}

/**
 * Runs `send` as `inTenant` does, in one round trip: begin, statements and commit are sent together, for a database that was
 * opened with `pipeline`. `send` makes all its calls before it waits for any. When one fails PostgreSQL rolls back by itself.
 */
export async function inTenantAtOnce<T>(
  database: Database,
  viewer: TenantViewer,
  send: (tx: TenantTransaction) => Promise<T>,
): Promise<T> {
  const client = await database.pool.connect();
  const effects: (() => void)[] = [];
  const begun = client.query(`BEGIN; ${settingsOf(viewer)}`);
  const query: Send = async (config) => {
    database.onStatement?.(config.text);
    return client.query(config);
  };
  const sent = send({
    companyId: viewer.companyId,
    viewer,
    client,
    query,
    sql: async <Row>(strings: TemplateStringsArray, ...values: unknown[]) => {
      const { rows } = await query({ ...statementOf(strings), values });
      return rows as Row[];
    },
    afterCommit: (effect) => void effects.push(effect),
    // The commit follows at once anyway.
    endWith: async (last) => void (await last),
  });
  const ended = client.query('COMMIT');
  // All of them are over before the connection goes back: what follows an error answers too.
  const outcomes = await Promise.allSettled([begun, sent, ended]);
  const failure = outcomes.find((outcome) => outcome.status === 'rejected');
  client.release(failure !== undefined);
  if (failure) throw failure.reason;
  for (const effect of effects) effect();
  return sent;
}

/** Opens a transaction that the caller must end. Prefer `inTenant`. */
export async function beginTenantTransaction(database: Database, viewer: TenantViewer): Promise<OpenTenantTransaction> {
  const client = await database.pool.connect();
  const effects: (() => void)[] = [];
  let ended = false;
  const end = async (statement: 'COMMIT' | 'ROLLBACK'): Promise<void> => {
    if (ended) return;
    ended = true;
    try {
      const { command } = await client.query(statement);
      // PostgreSQL answers COMMIT so when a statement before it failed.
      if (command !== statement) throw new Error('the transaction was rolled back');
      client.release();
    } catch (error) {
      client.release(true);
      if (statement === 'COMMIT') throw error;
    }
  };
  /** The effects are known once all statements are answered. */
  const commit = async (last: Promise<unknown> = Promise.resolve()): Promise<void> => {
    await allOver([last, end('COMMIT')]);
    for (const effect of effects.splice(0)) effect();
  };
  const begun = client.query(`BEGIN; ${settingsOf(viewer)}`);
  const send = async (config: pg.QueryConfig): Promise<pg.QueryResult> => {
    // The connection may be another's by now.
    if (ended) throw new Error('a statement came after the end of its transaction');
    database.onStatement?.(config.text);
    return client.query(config);
  };
  const query = database.pipeline ? behind(begun, send) : inOrder(send);
  try {
    if (!database.pipeline) await begun;
  } catch (error) {
    client.release(true);
    throw error;
  }
  return {
    companyId: viewer.companyId,
    viewer,
    client,
    query,
    sql: async <Row>(strings: TemplateStringsArray, ...values: unknown[]) => {
      const { rows } = await query({ ...statementOf(strings), values });
      return rows as Row[];
    },
    afterCommit: (effect) => void effects.push(effect),
    commit: () => commit(),
    endWith: async (last) => {
      // Other connections take one statement at a time.
      if (!database.pipeline) await last;
      await commit(last);
    },
    rollback: () => end('ROLLBACK'),
  };
}

type Send = (config: pg.QueryConfig) => Promise<pg.QueryResult>;

/** Resolvers run side by side, but such a connection runs one statement at a time. */
function inOrder(send: Send): Send {
  let previous: Promise<unknown> = Promise.resolve();
  return (config) => {
    const run = (): Promise<pg.QueryResult> => send(config);
    const result = previous.then(run, run);
    previous = result;
    return result;
  };
}

/** Sends at once what is behind a `begin` that is not answered yet; none of it counts when that fails. */
function behind(begun: Promise<unknown>, send: Send): Send {
  begun.catch(() => undefined);
  return async (config) => {
    const [result] = await Promise.all([send(config), begun]);
    return result;
  };
}

/** The third argument `true` binds a setting to the transaction; a session-wide one would follow the connection to another tenant. */
function settingsOf(viewer: TenantViewer): string {
  if (!isId(viewer.companyId)) throw new Error('a viewer without a company id reached the database');
  const userId = viewer.kind === 'member' ? viewer.userId : '';
  return `SELECT set_config('app.company_id', '${viewer.companyId}', true), set_config('app.user_id', ${pg.escapeLiteral(userId)}, true)`;
}

const statements = new WeakMap<TemplateStringsArray, { readonly name: string; readonly text: string }>();
let statementCount = 0;

function statementOf(strings: TemplateStringsArray): { readonly name: string; readonly text: string } {
  const known = statements.get(strings);
  if (known) return known;
  const text = strings.reduce((joined, part, index) => (index === 0 ? part : `${joined}$${index}${part}`), '');
  const statement = { name: `s${++statementCount}`, text };
  statements.set(strings, statement);
  return statement;
}
