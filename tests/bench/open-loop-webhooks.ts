import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from 'hdr-histogram-js';
import { Pool } from 'undici';

/**
 * A load process of its own: `open-loop-webhooks.ts <json>`; sends signed events at a rate that does not wait for answers,
 * so a stall shows as latency and not as less load. Latency counts from when an event was due, not from when it was sent.
 */
export interface WebhookLoad {
  readonly url: string;
  readonly secret: string;
  readonly perSecond: number;
  readonly seconds: number;
  /** Share of deliveries that repeat an earlier one. */
  readonly duplicates: number;
  /** Tells the events of this run from those of others. */
  readonly run: string;
  readonly connections: number;
}

export interface WebhookLoadResult {
  readonly sent: number;
  readonly distinct: number;
  readonly accepted: number;
  readonly repeated: number;
  /** Answers other than 200 and 202, and requests without an answer. */
  readonly failed: number;
  readonly seconds: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

const load = JSON.parse(process.argv[2] ?? '{}') as WebhookLoad;
const url = new URL(load.url);
const pool = new Pool(url.origin, { connections: load.connections });
const key = Buffer.from(load.secret.slice('whsec_'.length), 'base64');
const latencies = build({
  lowestDiscernibleValue: 1,
  highestTrackableValue: 120_000_000,
  numberOfSignificantValueDigits: 3,
});
const counts = { accepted: 0, repeated: 0, failed: 0 };
const total = load.perSecond * load.seconds;
const everyNth = load.duplicates > 0 ? Math.round(1 / load.duplicates) : 0;
const answers: Promise<void>[] = [];
let distinct = 0;
const started = performance.now();

for (let sent = 0; sent < total; ) {
  const due = Math.min(total, Math.ceil(((performance.now() - started) / 1000) * load.perSecond));
  for (; sent < due; sent++) {
    const isRepeated = everyNth > 0 && sent % everyNth === everyNth - 1;
    // A repetition of an event of a moment ago: often the first is still on its way.
    const number = isRepeated ? Math.max(0, distinct - 1 - (sent % 7)) : distinct++;
    answers.push(deliver(number, started + (sent / load.perSecond) * 1000));
  }
  await pause(1);
}
await Promise.all(answers);
const at = (percentile: number): number => latencies.getValueAtPercentile(percentile) / 1000;
const result: WebhookLoadResult = {
  sent: total,
  distinct,
  ...counts,
  seconds: (performance.now() - started) / 1000,
  p50: at(50),
  p95: at(95),
  p99: at(99),
};
process.stdout.write(JSON.stringify(result));
await pool.close();

async function deliver(number: number, due: number): Promise<void> {
  const body = bodyOf(number);
  const id = `msg_${load.run}_${number}`;
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  try {
    const answer = await pool.request({
      method: 'POST',
      path: url.pathname,
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': `v1,${signature}`,
      },
      body,
    });
    await answer.body.dump();
    if (answer.statusCode === 202) counts.accepted++;
    else if (answer.statusCode === 200) counts.repeated++;
    else counts.failed++;
  } catch {
    counts.failed++;
  }
  latencies.recordValue(Math.max(1, Math.round((performance.now() - due) * 1000)));
}

/** A Kintell session; one in five has words, as exports do. */
function bodyOf(number: number): string {
  return JSON.stringify({
    type: 'kintell.session.completed',
    event_id: `evt_${load.run}_${number}`,
    time: new Date(Date.UTC(2026, 0, 1) + number * 60_000).toISOString(),
    data: {
      session_id: `${load.run}-${number}`,
      session_type: number % 3 === 0 ? 'mentorship' : 'language',
      participant: { email: `participant-${number % 2000}@example.org`, name: `Participant ${number % 2000}` },
      volunteer: { email: `volunteer-${number % 200}@example.com`, name: `Volunteer ${number % 200}` },
      started_at: new Date(Date.UTC(2026, 0, 1) + (number % 400_000) * 60_000).toISOString(),
      duration_minutes: 30 + (number % 60),
      rating: 1 + (number % 5),
      language_level: ['A2', 'B1', 'B2'][number % 3],
      ...(number % 5 === 0
        ? { feedback: 'I feel more confident when I call the office now, and I know people here.' }
        : {}),
    },
  });
}
