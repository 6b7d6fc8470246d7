import { beforeEach, expect, test, vi } from 'vitest';
import { makeSessionWatch } from './session-watch.ts';

let stored: Map<string, string>;
let now: string | null;

beforeEach(() => {
  stored = new Map([['teei.company', 'fjord']]);
  // What node lacks of a browser: a store of strings.
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
  now = 'olena@example.net';
});

test('a session is over when the server says so, not when it cannot be reached', async () => {
  const session = makeSessionWatch(async () => {
    if (now === 'unreachable') throw new TypeError('no network');
    return now;
  });
  now = null;
  expect(await session.isOver()).toBe(false);
  session.signedInAs('olena@example.net');
  expect(await session.isOver()).toBe(true);
  now = 'unreachable';
  expect(await session.isOver()).toBe(false);
});

test('everybody who waits goes on at the renewal, with the company that the page shows', async () => {
  const session = makeSessionWatch(async () => now);
  session.signedInAs('olena@example.net');
  const told: (string | null)[] = [];
  session.whenEnded(() => told.push(session.endedOf()));
  const waiting = Promise.all([session.renewed(), session.renewed()]);
  expect(told).toEqual(['olena@example.net']);
  stored.delete('teei.company');
  session.renew();
  expect(await waiting).toEqual([true, true]);
  expect(told).toEqual(['olena@example.net', null]);
  expect(stored.get('teei.company')).toBe('fjord');
});

test('where nobody was signed in there is nothing to wait for', async () => {
  expect(await makeSessionWatch(async () => null).renewed()).toBe(false);
});
