import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { createLog } from '@teei/runtime/log';
import { openQueues } from '@teei/runtime/queues';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestPlatform, type TestPlatform } from './test-platform.ts';

// A database that is lost while the platform starts: whoever starts is told, and nothing is left turning.

let platform: TestPlatform;
let wire: Server;
let isCut = false;
const open = new Set<Socket>();

beforeAll(async () => {
  platform = await startTestPlatform();
  const target = new URL(platform.databaseUrl);
  wire = createServer((client) => {
    if (isCut) return client.destroy();
    open.add(client);
    const server = connect(Number(target.port), target.hostname);
    client.on('error', () => server.destroy()).pipe(server);
    server.on('error', () => client.destroy()).pipe(client);
  });
  wire.listen(0, '127.0.0.1');
  await once(wire, 'listening');
});

afterAll(async () => {
  wire?.close();
  await platform?.close();
});

test('a worker that cannot begin is told of, and takes no time from the rest', async () => {
  const url = new URL(platform.databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String((wire.address() as AddressInfo).port);
  const queues = openQueues({ databaseUrl: url.href, log: createLog('test', 'silent') });
  await queues.queue('start').depth();
  isCut = true;
  for (const client of open) client.destroy();
  await expect(queues.work('start', 1, async () => undefined)).rejects.toThrow();
  const before = process.cpuUsage();
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1e6).toBeLessThan(0.5);
  isCut = false;
  await queues.work('start', 1, async () => undefined);
  await queues.close();
});
