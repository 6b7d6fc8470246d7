import type { z } from 'zod';
import type { QueuedJob, Queues, Weight } from './queues.ts';

/** Work that is asked for now and done later, possibly by another process. Declared apart from its handler. */
export interface JobContract<Data> {
  readonly name: string;
  readonly data: z.ZodType<Data>;
}

export interface Job {
  start(): Promise<void>;
}

export function defineJob<Data>(name: string, data: z.ZodType<Data>): JobContract<Data> {
  return { name, data };
}

export interface Retries {
  readonly attempts: number;
  /** Milliseconds before the second try; each later pause is twice as long. */
  readonly firstPause: number;
}

/** Asks for a job. Data is checked here and again when the job runs. */
export async function enqueue<Data>(
  queues: Queues,
  contract: JobContract<Data>,
  data: Data,
  retries: Retries = usual,
): Promise<void> {
  await queues.queue<Data>(contract.name).add([contract.data.parse(data)], optionsOf(retries));
}

/** Work without data that is done again and again, by one process at a time. */
export function repeatedJob(queues: Queues, name: string, interval: number, handle: () => Promise<void>): Job {
  return { start: () => queues.repeat(name, interval, handle) };
}

/** Asks for a job that begins at a time; at once when that is past. */
export async function enqueueAt<Data>(
  queues: Queues,
  contract: JobContract<Data>,
  data: Data,
  at: Date,
): Promise<void> {
  const delay = Math.max(0, at.getTime() - Date.now());
  await queues.queue<Data>(contract.name).add([contract.data.parse(data)], { ...optionsOf(usual), delay });
}

const usual: Retries = { attempts: 5, firstPause: 2_000 };

function optionsOf({ attempts, firstPause }: Retries) {
  return { attempts, backoff: { type: 'exponential', delay: firstPause } } as const;
}

export function jobHandler<Data>(
  queues: Queues,
  contract: JobContract<Data>,
  concurrency: number,
  handle: (data: Data, job: QueuedJob<Data>) => Promise<void>,
  weight?: Weight,
): Job {
  const run = (job: QueuedJob<Data>): Promise<void> => handle(contract.data.parse(job.data), job);
  return { start: () => queues.work<Data>(contract.name, concurrency, run, weight) };
}
