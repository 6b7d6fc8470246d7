import { build } from 'hdr-histogram-js';
import { Pool } from 'undici';

/**
 * A load process of its own: `closed-loop.ts <json>`; keeps `connections` requests under way for `seconds` and tells
 * what it counted on stdout. Answers that are not 200, or hold errors, end it: a fast refusal is no throughput.
 */
export interface LoadTask {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  /** One for each connection, over again where there are fewer; none for GET. */
  readonly bodies?: readonly string[];
  readonly connections: number;
  readonly seconds: number;
}

export interface LoadResult {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

const task = JSON.parse(process.argv[2] ?? '{}') as LoadTask;
const url = new URL(task.url);
const pool = new Pool(url.origin, { connections: task.connections });
const histogram = build({
  lowestDiscernibleValue: 1,
  highestTrackableValue: 60_000_000,
  numberOfSignificantValueDigits: 3,
});
const end = performance.now() + task.seconds * 1000;
const started = performance.now();
await Promise.all(Array.from({ length: task.connections }, (_, connection) => keepAsking(bodyOf(connection))));
const seconds = (performance.now() - started) / 1000;
const at = (percentile: number): number => histogram.getValueAtPercentile(percentile) / 1000;
const result: LoadResult = { perSecond: histogram.totalCount / seconds, p50: at(50), p95: at(95), p99: at(99) };
process.stdout.write(JSON.stringify(result));
await pool.close();

function bodyOf(connection: number): string | null {
  return task.bodies?.[connection % task.bodies.length] ?? null;
}

async function keepAsking(request: string | null): Promise<void> {
  while (performance.now() < end) {
    const asked = performance.now();
    const { statusCode, body } = await pool.request({
      path: url.pathname + url.search,
      method: task.method,
      headers: task.headers,
      body: request,
    });
    const text = await body.text();
    if (statusCode !== 200 || text.includes('"errors"')) throw new Error(`status ${statusCode}: ${text.slice(0, 300)}`);
    histogram.recordValue(Math.max(1, Math.round((performance.now() - asked) * 1000)));
  }
}
