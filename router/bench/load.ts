import { Pool } from 'undici';
import { benchOperation } from './fixed-subgraphs.ts';

/**
 * The load, in a process of its own: `load.ts URL identical|unique SECONDS`. A closed loop over 32 connections; prints
 * one line of JSON. `unique` requests differ in their variables and in a literal, so no dedupe and no text cache helps.
 */
const [url = '', kind = 'identical', seconds = '3'] = process.argv.slice(2);
const target = new URL(url);
const connections = 32;
const pool = new Pool(target.origin, { connections, pipelining: 1 });
const started = performance.now();
const until = started + Number(seconds) * 1000;
const latencies: number[] = [];
let serial = 0;

await Promise.all(Array.from({ length: connections }, loop));
latencies.sort((one, other) => one - other);
const perSecond = latencies.length / ((performance.now() - started) / 1000);
process.stdout.write(
  `${JSON.stringify({ perSecond, p50: quantile(0.5), p95: quantile(0.95), p99: quantile(0.99) })}\n`,
);
await pool.close();

async function loop(): Promise<void> {
  while (performance.now() < until) {
    const start = performance.now();
    await send();
    latencies.push(performance.now() - start);
  }
}

async function send(): Promise<void> {
  serial += 1;
  const variables = kind === 'identical' ? { first: 5 } : { first: 1000 + serial };
  const response = await pool.request({
    method: 'POST',
    path: target.pathname,
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query: benchOperation, variables }),
  });
  const text = await response.body.text();
  if (response.statusCode !== 200 || !text.includes('"shippingEstimate":250') || text.includes('"errors"')) {
    throw new Error(`A wrong answer: ${response.statusCode} ${text.slice(0, 500)}`);
  }
}

function quantile(share: number): number {
  return latencies[Math.min(latencies.length - 1, Math.floor(share * latencies.length))] ?? 0;
}
