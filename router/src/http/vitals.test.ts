import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Fixture, startFixture } from '../../test/fixture-router.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture({});
});
afterAll(() => fixture.router.destroy());

const at = (path: string) => new URL(path, fixture.url);
const send = async (body: unknown, headers: Record<string, string> = {}) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return (await fetch(at('/vitals'), { method: 'POST', body: text, headers })).status;
};
const told = async () =>
  (await (await fetch(at('/metrics'))).text())
    .split('\n')
    .filter((line) => /^cockpit_.*(_sum|_count|le="1\.2")/.test(line));

test('what somebody waited for is counted under the pattern of the page, in seconds', async () => {
  expect(await send({ page: '/people/*', lcp: 900, inp: 40, ttfb: 12, cls: 0.02 })).toBe(204);
  const lines = await told();
  expect(lines).toContain('cockpit_web_vital_seconds_sum{vital="lcp",page="/people/*"} 0.9');
  expect(lines).toContain('cockpit_web_vital_seconds_bucket{le="1.2",vital="lcp",page="/people/*"} 1');
  expect(lines).toContain('cockpit_web_vital_seconds_count{vital="inp",page="/people/*"} 1');
  expect(lines).toContain('cockpit_layout_shift_score_sum{vital="cls",page="/people/*"} 0.02');
});

test('an address that is no pattern makes no series of its own', async () => {
  expect(await send({ page: '/people/01900000-0000-7000-8000-00000000000a', lcp: 1 })).toBe(204);
  const lines = await told();
  expect(lines).toContain('cockpit_web_vital_seconds_count{vital="lcp",page="other"} 1');
  expect(lines.join()).not.toContain('01900000');
});

test('what is no beacon is refused: other fields, other values, other sizes, other sites', async () => {
  const before = await told();
  expect(await send({ page: '/', lcp: 1, user: 'ada@example.org' })).toBe(400);
  expect(await send({ page: '/', lcp: -1 })).toBe(400);
  expect(await send('no json')).toBe(400);
  expect(await send({ page: 'x'.repeat(2000) })).toBe(413);
  expect(await send({ page: '/', lcp: 1 }, { 'sec-fetch-site': 'cross-site' })).toBe(403);
  expect(await told()).toEqual(before);
});

test('one address is heard so often and no more', async () => {
  const statuses = await Promise.all(Array.from({ length: 200 }, () => send({ page: '/', ttfb: 1 })));
  expect(new Set(statuses)).toEqual(new Set([204, 429]));
});
