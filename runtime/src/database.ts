import pg from 'pg';

export interface Database {
  readonly pool: pg.Pool;
  /** Whether connections take statements before those sent earlier are answered. */
  readonly pipeline: boolean;
  /** Called with the text of every statement of tenant transactions; for counting in tests. */
  onStatement: ((text: string) => void) | undefined;
  close(): Promise<void>;
}

export type DatabaseRole =
  | 'teei_profile'
  | 'teei_programs'
  | 'teei_outcomes'
  | 'teei_reports'
  | 'teei_deliveries'
  | 'teei_privacy'
  | 'teei_identity'
  | 'teei_intake'
  | 'teei_relay';

export interface DatabaseOptions {
  readonly url: string;
  /** Every connection acts as this role from its first statement on, so it has that role's rights alone. */
  readonly role: DatabaseRole;
  readonly connections?: number;
  /** Statements of one connection are sent without waiting for each other's results. */
  readonly pipeline?: boolean;
  /**
   * Commits do not wait for the disk. After a crash the last of them may be gone, whole and in order, so this is for work that
   * goes on from its own checkpoint; whatever commits on another connection afterwards makes them durable too.
   */
  readonly relaxed?: boolean;
}

/** bigint columns are positions and byte counts, all far below 2^53. Set for these pools alone: BullMQ wants its own as text. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format as 'text'),
};

export function openDatabase({
  url,
  role,
  connections = 8,
  pipeline = false,
  relaxed = false,
}: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    options: `-c role=${role} -c statement_timeout=60000 -c idle_in_transaction_session_timeout=120000${relaxed ? ' -c synchronous_commit=off' : ''}`,
    application_name: role,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    pipeline,
    types,
  });
  // A lost idle connection is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  // So would one that is lost while it is lent out and no statement is under way; whoever has it hears of it at the next one.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return { pool, pipeline, onStatement: undefined, close: () => pool.end() };
}
