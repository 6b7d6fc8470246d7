import { connect } from 'node:net';
import { benchOperation } from './fixed-subgraphs.ts';

/**
 * The load, in a process of its own: `load.ts URL identical|unique SECONDS`. A closed loop over 32 connections; prints
 * one line of JSON. `unique` requests have the same text and each another variable, as those of clients with registered
 * operations do: plans may be remembered, answers may not be shared. Over plain sockets, because a client that takes as
 * long as the server leaves it half of the machine and levels all candidates.
 */
const [url = '', kind = 'identical', seconds = '3'] = process.argv.slice(2);
const { hostname, port, pathname, host } = new URL(url);
const started = performance.now();
const until = started + Number(seconds) * 1000;
const latencies: number[] = [];
const bodyStart = `{"query":${JSON.stringify(benchOperation)},"variables":{"first":`;
const headStart = `POST ${pathname} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\naccept: application/json\r\ncontent-length: `;
let serial = 0;

await Promise.all(Array.from({ length: 32 }, loop));
const perSecond = latencies.length / ((performance.now() - started) / 1000);
latencies.sort((one, other) => one - other);
process.stdout.write(
  `${JSON.stringify({ perSecond, p50: quantile(0.5), p95: quantile(0.95), p99: quantile(0.99) })}\n`,
);

/** Resolves when the time is over; rejects with the first wrong answer. */
function loop(): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    let start = 0;
    let received: Buffer[] = [];
    const send = (): void => {
      start = performance.now();
      received = [];
      socket.write(nextRequest());
    };
    socket.on('connect', send);
    socket.on('data', (chunk) => {
      received.push(chunk);
      const answer = received.length === 1 ? chunk : Buffer.concat(received);
      if (!isWhole(answer)) return;
      latencies.push(performance.now() - start);
      if (!isRight(answer)) reject(new Error(`A wrong answer: ${answer.toString().slice(0, 800)}`));
      else if (performance.now() < until) send();
      else socket.end(resolve);
    });
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('The server closed the connection')));
  });
}

function nextRequest(): string {
  serial += 1;
  const body = `${bodyStart}${kind === 'identical' ? 5 : 1000 + serial}}}`;
  return `${headStart}${body.length}\r\n\r\n${body}`;
}

/** By its Content-Length, or by the last of its chunks. */
function isWhole(answer: Buffer): boolean {
  const end = answer.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const head = answer.toString('latin1', 0, end).toLowerCase();
  const length = /\r\ncontent-length: (\d+)/.exec(head)?.[1];
  if (length !== undefined) return answer.length >= end + 4 + Number(length);
  return answer.indexOf('\r\n0\r\n\r\n', end) >= 0;
}

/** The last of the fields that is fetched last is there, and nothing went wrong. */
function isRight(answer: Buffer): boolean {
  return (
    answer.indexOf('HTTP/1.1 200') === 0 &&
    answer.indexOf('"shippingEstimate":250') > 0 &&
    answer.indexOf('"errors"') < 0
  );
}

function quantile(share: number): number {
  return latencies[Math.min(latencies.length - 1, Math.floor(share * latencies.length))] ?? 0;
}
