import type { Database } from '@teei/runtime/database';
import { newId } from '@teei/runtime/id';
import type { Logger } from '@teei/runtime/log';
import type { ApiKeyViewer } from '@teei/runtime/viewer';

/** Counts what API keys call. A call is counted in memory; what was counted is written every second. */
export interface OperationUsage {
  /** `hash`: of the operation that was named. `unknown`: no operation that the key may call has it. */
  count(viewer: ApiKeyViewer, hash: string, outcome: CallOutcome): void;
  /** Writes what has not been written yet. */
  flush(): Promise<void>;
}

export type CallOutcome = 'ok' | 'error' | 'unknown';

/**
 * Counts belong to a counter of this process and are written whole, not added: a write whose answer was lost is simply written
 * again. A new counter begins each day, and when this one holds very many.
 */
export function createOperationUsage(
  database: Database,
  log: Logger,
): OperationUsage & { start(): void; stop(): Promise<void> } {
  let counter = newCounter();
  let waiting: Counter[] = [];
  let writing: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const write = async (): Promise<void> => {
    for (const each of [...waiting, counter]) await each.write(database);
    waiting = waiting.filter((each) => each.hasNews);
  };
  const flush = (): Promise<void> => {
    writing = writing
      .then(write)
      .catch((error: unknown) =>
        log.warn({ err: error }, 'calls of operations could not be written and are tried again'),
      );
    return writing;
  };
  return {
    count: (viewer, hash, outcome) => {
      if (counter.day !== today() || counter.size >= mostCounts) {
        waiting.push(counter);
        counter = newCounter();
      }
      counter.count(viewer, hash, outcome);
    },
    flush,
    start: () => {
      timer = setInterval(() => {
        if (counter.hasNews || waiting.length > 0) void flush();
      }, writeInterval);
    },
    stop: async () => {
      clearInterval(timer);
      await flush();
    },
  };
}

/** Milliseconds. */
const writeInterval = 1_000;
const mostCounts = 20_000;
/** Ids that nobody registered are whatever a sender makes up: behind so many of one company they are counted together. */
const mostUnknown = 100;
/** Under which the rest of them is counted. */
const otherUnknown = '';

interface Count {
  readonly companyId: string;
  readonly hash: string;
  calls: number;
  errors: number;
  unknown: number;
  lastCalledAt: number;
  lastApiKeyId: string;
}

class Counter {
  readonly day = today();
  readonly #id = newId();
  readonly #counts = new Map<string, Count>();
  readonly #unknownOf = new Map<string, number>();
  #news = new Set<Count>();

  get size(): number {
    return this.#counts.size;
  }

  get hasNews(): boolean {
    return this.#news.size > 0;
  }

  count({ companyId, apiKeyId }: ApiKeyViewer, hash: string, outcome: CallOutcome): void {
    const count = this.#countOf(companyId, hash, outcome);
    count.calls++;
    if (outcome !== 'ok') count.errors++;
    if (outcome === 'unknown') count.unknown++;
    count.lastCalledAt = Date.now();
    count.lastApiKeyId = apiKeyId;
    this.#news.add(count);
  }

  async write({ pool }: Database): Promise<void> {
    const news = [...this.#news];
    if (news.length === 0) return;
    this.#news = new Set();
    try {
      await pool.query({
        name: 'identity-operation-usage',
        text: writeCounts,
        values: [this.#id, this.day, JSON.stringify(news)],
      });
    } catch (error) {
      for (const count of news) this.#news.add(count);
      throw error;
    }
  }

  #countOf(companyId: string, hash: string, outcome: CallOutcome): Count {
    const known = this.#counts.get(`${companyId} ${hash}`);
    if (known) return known;
    if (outcome === 'unknown' && hash !== otherUnknown) {
      const unknown = (this.#unknownOf.get(companyId) ?? 0) + 1;
      if (unknown > mostUnknown) return this.#countOf(companyId, otherUnknown, outcome);
      this.#unknownOf.set(companyId, unknown);
    }
    const count = { companyId, hash, calls: 0, errors: 0, unknown: 0, lastCalledAt: 0, lastApiKeyId: '' };
    this.#counts.set(`${companyId} ${hash}`, count);
    return count;
  }
}

function newCounter(): Counter {
  return new Counter();
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** Where the company is gone meanwhile there is nothing to count for. */
const writeCounts = `INSERT INTO profile.operation_usage
    (company_id, day, hash, counter_id, calls, errors, unknown_calls, last_called_at, last_api_key_id)
  SELECT n."companyId", $2::date, n.hash, $1::uuid, n.calls, n.errors, n.unknown, to_timestamp(n."lastCalledAt" / 1000.0), n."lastApiKeyId"
  FROM jsonb_to_recordset($3::jsonb) AS n("companyId" uuid, hash text, calls bigint, errors bigint, unknown bigint,
    "lastCalledAt" float8, "lastApiKeyId" uuid)
  WHERE EXISTS (SELECT FROM profile.company c WHERE c.id = n."companyId")
  ON CONFLICT (company_id, day, hash, counter_id) DO UPDATE SET calls = excluded.calls, errors = excluded.errors,
    unknown_calls = excluded.unknown_calls, last_called_at = excluded.last_called_at, last_api_key_id = excluded.last_api_key_id`;
