import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { createGuardedFetch, isPublic } from './guarded-fetch.ts';

let server: Server;
let host: string;
let asked = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked++;
    if (request.url === '/elsewhere') response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
    else if (request.url === '/large') response.end('x'.repeat(5_000));
    else if (request.url === '/slow') setTimeout(() => response.end('late'), 2_000).unref();
    else response.setHeader('x-kind', 'plain').end('hello');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

describe('without allowed hosts', () => {
  const fetch = createGuardedFetch({ allowedHosts: [] });

  it.each([
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://10.1.2.3/',
    'https://169.254.169.254/latest/meta-data',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://localhost/',
    'https://[fd00:ec2::254]/',
  ])('%s is refused as private', async (url) => {
    await expect(fetch(url)).rejects.toMatchObject({ problem: 'PRIVATE_ADDRESS' });
  });

  it.each([
    'http://example.com/',
    'ftp://example.com/',
    'file:///etc/passwd',
    'https://user:pass@example.com/',
    'nonsense',
  ])('%s is refused for what it is', async (url) => {
    await expect(fetch(url)).rejects.toMatchObject({ problem: 'URL' });
  });

  it('reaches no server of this machine', async () => {
    await expect(fetch(`http://${host}/`)).rejects.toThrow();
    await expect(fetch(`https://${host}/`)).rejects.toMatchObject({ problem: 'PRIVATE_ADDRESS' });
    expect(asked).toBe(0);
  });
});

describe('of an allowed host', () => {
  const call = (path: string, options = {}) =>
    createGuardedFetch({ allowedHosts: [host] })(`http://${host}${path}`, options);

  it('gives status, headers and text', async () => {
    const response = await call('/');
    expect([response.status, response.header('x-kind'), response.text]).toEqual([200, 'plain', 'hello']);
  });

  it('follows no redirect', async () => {
    await expect(call('/elsewhere')).rejects.toMatchObject({ problem: 'REDIRECT' });
  });

  it('stops reading at the limit', async () => {
    await expect(call('/large', { maximumBytes: 4_999 })).rejects.toMatchObject({ problem: 'TOO_LARGE' });
    await expect(call('/large', { maximumBytes: 5_000 })).resolves.toMatchObject({ status: 200 });
  });

  it('does not wait for ever', async () => {
    await expect(call('/slow', { timeoutMilliseconds: 100 })).rejects.toMatchObject({ problem: 'TIMEOUT' });
  });
});

test('public addresses are public, and the ways to write a private one are not', () => {
  expect(['8.8.8.8', '2a00:1450:4001::200e'].map(isPublic)).toEqual([true, true]);
  const notPublic = [
    '192.168.1.1',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '::',
    'fe80::1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
  ];
  expect(notPublic.map(isPublic)).toEqual(notPublic.map(() => false));
});
