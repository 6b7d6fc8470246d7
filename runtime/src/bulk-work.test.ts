import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createBulkWork } from './bulk-work.ts';

test('Background work runs side by side while nothing else does', async () => {
  const bulk = createBulkWork();
  const both = meeting(2);
  await Promise.all([bulk.background(both), bulk.background(both)]);
});

test('While bulk work runs, background work takes turns, and rests longer than it worked', async () => {
  const bulk = createBulkWork();
  const end = endless(bulk);
  const spans: { readonly from: number; readonly to: number }[] = [];
  const work = async (): Promise<void> => {
    const from = performance.now();
    await pause(20);
    spans.push({ from, to: performance.now() });
  };
  await Promise.all([bulk.background(work), bulk.background(work), bulk.background(work)]);
  await end();
  for (const [index, { from }] of spans.slice(1).entries()) {
    const before = spans[index];
    if (!before) throw new Error('no span');
    expect(from - before.to).toBeGreaterThan(before.to - before.from);
  }
});

test('The end of bulk work ends the rests', async () => {
  const bulk = createBulkWork();
  const end = endless(bulk);
  await bulk.background(() => pause(300));
  const waiting = bulk.background(async () => undefined);
  await end();
  // The rest alone would be 2,000 ms. What falls due first ends first, however slow the machine is.
  const first = await Promise.race([waiting.then(() => 'the rest'), pause(1_500).then(() => 'its time')]);
  expect(first).toBe('the rest');
});

test('Work that fails is told of, and holds up nobody', async () => {
  const bulk = createBulkWork();
  const end = endless(bulk);
  await expect(bulk.background(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  await bulk.background(async () => undefined);
  await end();
});

test('While calls rush in, background work rests and bulk work gives way; when they are over, neither does', async () => {
  const bulk = createBulkWork();
  bulk.arrived(199);
  expect(await isAtOnce(bulk.giveWay(50))).toBe(true);
  bulk.arrived(1);
  expect(await timeOf(() => bulk.giveWay(50))).toBeGreaterThan(140);
  bulk.arrived(200);
  await bulk.background(() => pause(30));
  expect(await timeOf(() => bulk.background(async () => undefined))).toBeGreaterThan(100);
  await pause(1_100);
  expect(await isAtOnce(bulk.giveWay(1_000))).toBe(true);
  expect(await isAtOnce(bulk.background(async () => undefined))).toBe(true);
});

/** Whether it is over before any timer could be. */
function isAtOnce(work: Promise<void>): Promise<boolean> {
  return Promise.race([work.then(() => true), new Promise<boolean>((resolve) => setImmediate(() => resolve(false)))]);
}

/** Milliseconds. */
async function timeOf(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Bulk work until it is told to end. */
function endless(bulk: ReturnType<typeof createBulkWork>): () => Promise<void> {
  let tellEnd: () => void = () => undefined;
  const work = bulk.during(() => new Promise<void>((resolve) => (tellEnd = resolve)));
  return () => {
    tellEnd();
    return work;
  };
}

/** Resolves only when so many run at the same time. */
function meeting(count: number): () => Promise<void> {
  let there = 0;
  let open: () => void = () => undefined;
  const all = new Promise<void>((resolve) => (open = resolve));
  return () => {
    there += 1;
    if (there === count) open();
    return all;
  };
}
