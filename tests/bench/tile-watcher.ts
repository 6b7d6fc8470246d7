import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

/**
 * A cockpit's tile in a process of its own: `tile-watcher.ts <url> <cookie>`. Says `ready` when it follows the company's metrics, then a
 * line {"at","sessions"} whenever the tile's number of sessions is another. `at` is milliseconds since 1970.
 */
const [url = '', cookie = ''] = process.argv.slice(2);
class SignedIn extends WebSocket {
  constructor(address: string, protocols?: string | string[]) {
    super(address, protocols, { headers: { cookie } });
  }
}

interface Update {
  readonly metricsUpdated: {
    readonly metrics: readonly { readonly name: string; readonly grain: string; readonly value: number | null }[];
  };
}

const client = createClient({ url, webSocketImpl: SignedIn, lazy: false, retryAttempts: 0, onNonLazyError: fail });
let shown = -1;
client.on('connected', () => {
  client.subscribe<Update>(
    { query: 'subscription { metricsUpdated { cursor metrics { name grain value } } }' },
    {
      next: ({ data }) => {
        const tile = data?.metricsUpdated.metrics.find(
          ({ name, grain }) => name === 'SESSIONS' && grain === 'ALL_TIME',
        );
        if (tile === undefined || tile.value === null || tile.value === shown) return;
        shown = tile.value;
        process.stdout.write(`${JSON.stringify({ at: Date.now(), sessions: shown })}\n`);
      },
      error: fail,
      complete: () => process.exit(0),
    },
  );
  setTimeout(() => process.stdout.write('ready\n'), 1_000);
});

function fail(error: unknown): never {
  process.stderr.write(`${JSON.stringify(error)}\n`);
  process.exit(1);
}
