import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followLive, type LiveSink, type LiveStart, type LiveState } from './follow-live.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('after a loss it subscribes again from the cursor of the last event', () => {
  const page = follow();
  page.sink.connected();
  page.sink.event({ cursor: 'c7' });
  page.sink.lost();
  vi.advanceTimersByTime(1000);
  expect(page.opened).toEqual([null, 'c7']);
});

test('it is live, then stale since the loss, then catching up, then live', () => {
  const page = follow();
  page.sink.connected();
  page.sink.lost();
  const since = new Date();
  vi.advanceTimersByTime(1000);
  page.sink.lost();
  vi.advanceTimersByTime(2000);
  page.sink.connected();
  vi.advanceTimersByTime(1500);
  expect(page.states).toEqual([
    { kind: 'connecting' },
    { kind: 'live' },
    { kind: 'stale', since },
    { kind: 'stale', since },
    { kind: 'catchingUp' },
    { kind: 'live' },
  ]);
});

test('each failed attempt waits longer, and a return of the network ends the wait', () => {
  const page = follow();
  page.sink.lost();
  vi.advanceTimersByTime(1000);
  page.sink.lost();
  vi.advanceTimersByTime(1999);
  expect(page.opened).toHaveLength(2);
  page.backOnline();
  expect(page.opened).toHaveLength(3);
});

test('a cursor that the server cannot use is dropped', () => {
  const page = follow();
  page.sink.connected();
  page.sink.event({ cursor: 'c1' });
  page.sink.failed();
  vi.advanceTimersByTime(1000);
  page.sink.connected();
  expect(page.opened).toEqual([null, null]);
  expect(page.connectedFrom).toEqual([null, null]);
});

test('a refusal is tried again only when something has changed, from the cursor that it had', () => {
  const page = follow();
  page.sink.connected();
  page.sink.event({ cursor: 'c3' });
  page.sink.refused();
  vi.advanceTimersByTime(600_000);
  expect(page.opened).toEqual([null]);
  expect(page.states.at(-1)).toEqual({ kind: 'refused' });
  page.backOnline();
  expect(page.opened).toEqual([null, 'c3']);
});

test('a page that begins with what it knew goes on from there, and is stale until it is connected', () => {
  const since = new Date('2026-11-20T10:00:00Z');
  const page = follow({ after: 'c9', since });
  expect(page.opened).toEqual(['c9']);
  page.sink.connected();
  vi.advanceTimersByTime(1500);
  expect(page.states).toEqual([{ kind: 'stale', since }, { kind: 'catchingUp' }, { kind: 'live' }]);
});

test('nothing is opened once nobody follows', () => {
  const page = follow();
  page.sink.lost();
  page.stop();
  vi.advanceTimersByTime(600_000);
  expect(page.opened).toHaveLength(1);
});

function follow(start: LiveStart = {}) {
  const opened: (string | null)[] = [];
  const connectedFrom: (string | null)[] = [];
  const states: LiveState[] = [];
  const page = { sink: undefined as unknown as LiveSink<{ cursor: string }>, backOnline: () => {} };
  const stop = followLive<{ cursor: string }>(
    {
      open: (after, sink) => {
        opened.push(after);
        page.sink = sink;
        return () => {};
      },
      cursorOf: ({ cursor }) => cursor,
      pauseBefore: (attempt) => attempt * 1000,
      whenWorthTrying: (listener) => {
        page.backOnline = listener;
        return () => {};
      },
    },
    { onState: (state) => states.push(state), onEvent: () => {}, onConnected: (cursor) => connectedFrom.push(cursor) },
    start,
  );
  return Object.assign(page, { opened, connectedFrom, states, stop });
}
