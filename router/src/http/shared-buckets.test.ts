import { Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, type Fixture, member, startFixture } from '../../test/fixture-router.ts';
import { RedisServer } from '../../test/redis-server.ts';

const program = process.env.TEEI_REDIS_SERVER;
const without = 'left out: there is no redis-server here; TEEI_REDIS_SERVER may name one';
const burst = 5;

describe.skipIf(!program)(program ? 'two routers with one Redis' : `two routers with one Redis (${without})`, () => {
  let redis: RedisServer;
  let one: Fixture;
  let other: Fixture;
  let said: string[];
  let name = 0;

  beforeAll(async () => {
    redis = await RedisServer.start(program ?? '');
    said = [];
    [one, other] = [await startRouter(), await startRouter()];
  });
  afterAll(async () => {
    await one?.router.destroy();
    await other?.router.destroy();
    await redis?.stop();
  });
  beforeEach(() => {
    name += 1;
    for (const fixture of [one, other]) fixture.access.grant(`person ${name}`, member(`person ${name}`));
  });

  function startRouter(): Promise<Fixture> {
    const lines = new Writable({
      write: (line, _encoding, done) => {
        said.push((JSON.parse(String(line)) as { msg: string }).msg);
        done();
      },
    });
    return startFixture({
      redisUrl: redis.url,
      log: pino({ level: 'info' }, lines),
      settings: { rateLimit: { perAddress: false, perViewer: { burst, perSecond: 0.01 } } },
    });
  }

  /** How many of so many requests to each router, all at once, are answered. */
  async function answered(times: number): Promise<number> {
    const asking = [one, other].flatMap(({ url }) =>
      Array.from({ length: times }, () => ask(url, '{ __typename }', `person ${name}`)),
    );
    return (await Promise.all(asking)).filter(({ status }) => status === 200).length;
  }

  test('allow together what one of them would allow', async () => {
    expect(await answered(20)).toBe(burst);
    const { status, headers, errors } = await ask(one.url, '{ __typename }', `person ${name}`);
    expect([status, errors?.[0]?.extensions.code]).toEqual([429, 'RATE_LIMITED']);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(90);
  });

  test('count others apart', async () => {
    expect(await answered(burst)).toBe(burst);
  });

  test('tell Redis nobody’s name, and let it forget', async () => {
    await answered(1);
    const keys = await redis.ask((client) => client.keys('*'));
    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) {
      expect(key).toMatch(/^teei:rate:[\w-]{43}$/);
      expect(await redis.ask((client) => client.pttl(key))).toBeGreaterThan(0);
    }
  });

  test('count each for itself while Redis is away, say so once, and come back to it', async () => {
    await redis.stop();
    said.length = 0;
    expect(await answered(20)).toBe(2 * burst);
    const away = 'Redis is away: until it answers, each router counts rate limits for itself';
    expect(said.filter((line) => line === away)).toHaveLength(2);
    await redis.start();
    // Long enough for the next try of the connection (2 s at most).
    await pause(2500);
    name += 1;
    for (const fixture of [one, other]) fixture.access.grant(`person ${name}`, member(`person ${name}`));
    await pause(1000);
    expect(await answered(20)).toBe(burst);
    expect(said).toContain('Redis answers again: rate limits count for all routers together');
  });
});

test('a router whose Redis was never there starts all the same', async () => {
  const fixture = await startFixture({
    redisUrl: 'redis://127.0.0.1:1',
    settings: { rateLimit: { perAddress: { burst: 1, perSecond: 0.01 }, perViewer: false } },
  });
  expect((await ask(fixture.url, '{ __typename }')).status).toBe(200);
  expect((await ask(fixture.url, '{ __typename }')).status).toBe(429);
  await fixture.router.destroy();
});
