import { createClient } from 'graphql-ws';
import { build } from 'hdr-histogram-js';
import { WebSocket } from 'ws';

/**
 * Subscribers in a process of their own: `subscribers.ts <url> <cookie> <count> <events>`. Says `ready` when all are
 * connected, then waits for every event and tells how long they took. An event's id holds the millisecond of its making.
 */
const [url = '', cookie = '', count = '1', events = '1'] = process.argv.slice(2);
const histogram = build({
  lowestDiscernibleValue: 1,
  highestTrackableValue: 600_000,
  numberOfSignificantValueDigits: 3,
});
const wanted = Number(count) * Number(events);
class SignedIn extends WebSocket {
  constructor(address: string, protocols?: string | string[]) {
    super(address, protocols, { headers: { cookie } });
  }
}

let connected = 0;
await new Promise<void>((resolve, reject) => {
  for (let index = 0; index < Number(count); index++) {
    const client = createClient({
      url,
      webSocketImpl: SignedIn,
      lazy: false,
      retryAttempts: 0,
      onNonLazyError: reject,
    });
    client.on('connected', () => {
      client.subscribe(
        { query: 'subscription { sessionActivity { cursor sessionId } }' },
        {
          next: ({ data }) => {
            const id = (data as { sessionActivity: { sessionId: string } }).sessionActivity.sessionId;
            const made = Number.parseInt(id.replace('-', '').slice(0, 12), 16);
            histogram.recordValue(Math.max(1, Date.now() - made));
            if (histogram.totalCount === wanted) resolve();
          },
          error: reject,
          complete: () => undefined,
        },
      );
      connected++;
      if (connected === Number(count)) setTimeout(() => process.stdout.write('ready\n'), 1_000);
    });
  }
});
process.stdout.write(
  `${JSON.stringify({ p50: histogram.getValueAtPercentile(50), p95: histogram.getValueAtPercentile(95), p99: histogram.getValueAtPercentile(99) })}\n`,
);
process.exit(0);
