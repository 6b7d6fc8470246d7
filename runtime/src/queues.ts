import {
  createPostgresBackend,
  type JobsOptions,
  Queue,
  type QueueOptions,
  Worker,
  type WorkerOptions,
  withBackend,
} from 'bullmq';
import { type BulkWork, createBulkWork } from './bulk-work.ts';
import type { Logger } from './log.ts';
import { openQueuePool } from './queue-pool.ts';

export interface QueuedJob<Data> {
  readonly data: Data;
  /** 1 for the first try. */
  readonly attempt: number;
  readonly lastAttempt: boolean;
}

export interface JobQueue<Data> {
  add(jobs: readonly Data[], options?: JobsOptions): Promise<void>;
  /** Jobs that wait or are being worked on. */
  depth(): Promise<number>;
}

/** Durable queues with workers: BullMQ on Postgres, or on Redis when there is a `redisUrl`. */
export interface Queues {
  queue<Data>(name: string): JobQueue<Data>;
  work<Data>(
    name: string,
    concurrency: number,
    handle: (job: QueuedJob<Data>) => Promise<void>,
    weight?: Weight,
  ): Promise<void>;
  /** Makes room in this process for calls that somebody waits for: whoever takes them in says how many, whoever works through much gives way. */
  readonly room: Pick<BulkWork, 'arrived' | 'giveWay'>;
  /** Does this now and every so many milliseconds, in one of the processes that ask for it. */
  repeat(name: string, interval: number, handle: () => Promise<void>): Promise<void>;
  /** Lets jobs in hand finish, then closes every connection. Whoever asks for something afterwards is refused. */
  close(): Promise<void>;
}

/** `bulk` fills the machine for a while and somebody waits for it; `background` is the first to make room for that. */
export type Weight = 'bulk' | 'ordinary' | 'background';

export interface QueuesOptions {
  readonly databaseUrl: string;
  readonly redisUrl?: string;
  readonly log: Logger;
}

type AnyQueue = Pick<Queue, 'add' | 'addBulk' | 'getJobCounts' | 'close' | 'waitUntilReady' | 'upsertJobScheduler'>;
type AnyWorker = Pick<Worker, 'close' | 'run' | 'waitUntilReady'>;

/**
 * A job whose worker fell silent for five seconds is marked at the next look and given to another worker at the one after.
 * The inbox keeps a job that was only slow from counting twice. However often its workers died, a job is never given up
 * for that: it would take events with it that nobody sends again.
 */
const patience = { lockDuration: 5_000, stalledInterval: 2_000, maxStalledCount: 1_000_000 } as const;

export function openQueues({ databaseUrl, redisUrl, log }: QueuesOptions): Queues {
  const report = (queue: string) => (error: Error) => log.warn({ err: error, queue }, 'queue is disturbed');
  const backend = redisUrl ? onRedis(redisUrl) : onPostgres(databaseUrl, report('all'));
  const queues = new Map<string, AnyQueue>();
  const workers: AnyWorker[] = [];
  const gate = createGate();
  const bulk = createBulkWork();
  const open = (name: string): AnyQueue => {
    const known = queues.get(name);
    if (known) return known;
    const made = backend.queue(name, report(name));
    queues.set(name, made);
    return made;
  };
  const work: Queues['work'] = async (name, concurrency, handle, weight = 'ordinary') => {
    await open(name).waitUntilReady();
    const worker = backend.worker(name, concurrency, report(name), (job) =>
      weighted(bulk, weight, () =>
        handle({
          data: job.data,
          attempt: job.attemptsMade + 1,
          lastAttempt: job.attemptsMade + 1 >= (job.opts.attempts ?? 1),
        }),
      ),
    );
    workers.push(worker);
    // On Postgres BullMQ remembers a first connection that failed, and a worker asks it again at once, for ever: it must not run.
    await worker.waitUntilReady();
    worker.run().catch(report(name));
  };
  return {
    queue: (name) => asJobQueue(name, open(name), gate),
    work,
    room: bulk,
    repeat: async (name, interval, handle) => {
      await work(name, 1, handle);
      const opts = { removeOnComplete: true, removeOnFail: true };
      await gate.pass(() => open(name).upsertJobScheduler(name, { every: interval }, { name, opts }));
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.close()));
      await gate.close();
      await Promise.all([...queues.values()].map((queue) => queue.close()));
      await backend.close();
    },
  };
}

function weighted(bulk: BulkWork, weight: Weight, work: () => Promise<void>): Promise<void> {
  if (weight === 'bulk') return bulk.during(work);
  return weight === 'background' ? bulk.background(work) : work();
}

/** Adding many at once makes two temporary tables on PostgreSQL, which takes as long as adding so many one by one. */
const mostAddedSingly = 16;

function asJobQueue<Data>(name: string, queue: AnyQueue, gate: Gate): JobQueue<Data> {
  return {
    add: (jobs, options) =>
      gate.pass(async () => {
        const opts = { removeOnComplete: true, removeOnFail: true, ...options };
        if (jobs.length > mostAddedSingly) await queue.addBulk(jobs.map((data) => ({ name, data, opts })));
        else for (const data of jobs) await queue.add(name, data, opts);
      }),
    depth: () =>
      gate.pass(async () => {
        const counts = await queue.getJobCounts('waiting', 'active', 'prioritized');
        return Object.values(counts).reduce((sum, count) => sum + count, 0);
      }),
  };
}

/** Calls to a queue that was closed under them never end, and whoever awaits them holds up the shutdown. */
interface Gate {
  pass<T>(call: () => Promise<T>): Promise<T>;
  /** Refuses new calls and resolves when those under way are over. */
  close(): Promise<void>;
}

function createGate(): Gate {
  const underWay = new Set<Promise<unknown>>();
  let isClosed = false;
  return {
    pass: async (call) => {
      if (isClosed) throw new Error('the queues are closed');
      const running = call();
      underWay.add(running);
      try {
        return await running;
      } finally {
        underWay.delete(running);
      }
    },
    close: async () => {
      isClosed = true;
      await Promise.allSettled(underWay);
    },
  };
}

interface Backend {
  queue(name: string, onError: (error: Error) => void): AnyQueue;
  worker(
    name: string,
    concurrency: number,
    onError: (error: Error) => void,
    // biome-ignore lint/suspicious/noExplicitAny: a job's data has the type that its queue was opened with.
    handle: (job: { data: any; attemptsMade: number; opts: JobsOptions }) => Promise<void>,
  ): AnyWorker;
  close(): Promise<void>;
}

function onPostgres(databaseUrl: string, onError: (error: Error) => void): Backend {
  const { Queue: PostgresQueue, Worker: PostgresWorker } = withBackend(createPostgresBackend);
  const connection = openQueuePool(databaseUrl, onError);
  return {
    queue: (name, onError) => {
      const options: QueueOptions<typeof connection> = { connection };
      const queue = new PostgresQueue(name, options);
      queue.on('error', onError);
      return queue;
    },
    worker: (name, concurrency, onError, handle) => {
      const options: WorkerOptions<typeof connection> = {
        connection,
        concurrency,
        autorun: false,
        ...patience,
      };
      const worker = new PostgresWorker(name, handle, options);
      worker.on('error', onError);
      return worker;
    },
    close: () => connection.end(),
  };
}

function onRedis(url: string): Backend {
  const connection = { url, maxRetriesPerRequest: null };
  return {
    queue: (name, onError) => {
      const queue = new Queue(name, { connection });
      queue.on('error', onError);
      return queue;
    },
    worker: (name, concurrency, onError, handle) => {
      const worker = new Worker(name, handle, { connection, concurrency, autorun: false, ...patience });
      worker.on('error', onError);
      return worker;
    },
    close: async () => undefined,
  };
}
