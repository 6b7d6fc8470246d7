import { createGuardedFetch } from '@teei/runtime/guarded-fetch';
import { newId } from '@teei/runtime/id';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import type { LearningFact, LearningRecord, RejectedRecord } from '../domain/learning/learning-record.ts';
import { eCornell, itslearning, oneRosterService, xapiStore } from '../testing/fake-forms.ts';
import { type FakeProvider, type FakeRecord, startFakeProvider } from '../testing/fake-provider.ts';
import type { ProviderPage } from './adapter.ts';
import { adapters } from './adapters.ts';
import { createProviderCalls, type ProviderCalls } from './provider-calls.ts';

// What every adapter promises, against a provider on this machine that speaks the provider's wire format.
const forms = [xapiStore, oneRosterService(), eCornell, itslearning];

let fake: FakeProvider;
let waited: number[];

describe.each(forms)('the adapter of $provider', (form) => {
  const adapter = adapters[form.provider];

  beforeEach(async () => {
    fake = await startFakeProvider(form);
    waited = [];
  });
  afterEach(() => fake.close());

  const calls = (secret = form.secret): ProviderCalls => {
    const pause = async (milliseconds: number) => void waited.push(milliseconds);
    const open = createProviderCalls(createGuardedFetch({ allowedHosts: [fake.host] }), pause);
    return open({ settings: fake.settings, secret, scopes: adapter.scopes });
  };
  const page = (cursor: string | null, by = calls()): Promise<ProviderPage> => adapter.page(by, fake, cursor);
  const readAll = async (from: string | null, by = calls()) => {
    const records: (LearningRecord | RejectedRecord)[] = [];
    let [cursor, pages, more] = [from, 0, true];
    while (more) {
      const read = await page(cursor, by);
      records.push(...read.records);
      [cursor, more] = [read.cursor, read.more];
      if (++pages > 50) throw new Error('it does not come to an end');
    }
    return { records, cursor, pages };
  };
  const idsOf = (records: readonly (LearningRecord | RejectedRecord)[]) =>
    [...new Set(records.flatMap((each) => (each.kind === 'REJECTED' ? [] : each.externalId)))].sort();

  it('reads everything, page by page', async () => {
    fake.records = Array.from({ length: 230 }, (_, index) => record(index));
    const { records, pages } = await readAll(null);
    expect(idsOf(records)).toEqual(fake.records.map(({ id }) => id).sort());
    expect(pages).toBeGreaterThan(2);
  });

  it('reads everything where more than a page has the same instant', async () => {
    const changedAt = '2026-03-01T00:00:00.000Z';
    fake.records = Array.from({ length: 230 }, (_, index) => record(index, { changedAt }));
    expect(idsOf((await readAll(null)).records)).toHaveLength(230);
  });

  it('says who finished what, when, and how well', async () => {
    fake.records = [record(1, { email: 'olena@example.org', score: 84 })];
    const [read] = (await page(null)).records;
    expect(read).toMatchObject({
      kind: 'COMPLETED',
      externalId: fake.records[0]?.id,
      course: { externalId: 'https://lms.example/courses/1', name: 'Customer service 1' },
      progress: 100,
      score: 84,
    });
    const { clues, occurredAt, course } = read as LearningFact;
    expect(clues).toContainEqual({ kind: 'EMAIL', value: 'olena@example.org' });
    expect(occurredAt.slice(0, 10)).toBe('2026-02-01');
    expect(course.provider).toBe(form.provider.toLowerCase());
  });

  it('tells progress from completion', async () => {
    fake.records = [record(1, { completedAt: null, progress: 40, score: null })];
    const [read] = (await page(null)).records;
    expect(read).toMatchObject({ kind: 'PROGRESSED', score: null });
    // OneRoster has no share that is done.
    expect((read as LearningFact).progress).toBe(form.provider === 'ONEROSTER' ? null : 40);
  });

  it('goes on behind its cursor, with what changed since', async () => {
    fake.records = Array.from({ length: 120 }, (_, index) => record(index));
    const first = await readAll(null);
    expect((await readAll(first.cursor)).records.length).toBeLessThan(5);
    const [again, ...others] = fake.records;
    const changed = { ...(again as FakeRecord), changedAt: '2026-09-01T00:00:00.000Z', score: 12 };
    const added = record(500, { changedAt: '2026-09-02T00:00:00.000Z' });
    fake.records = [...others, changed, added];
    const ids = idsOf((await readAll(first.cursor)).records);
    expect(ids).toEqual(expect.arrayContaining([changed.id, added.id]));
    expect(ids.length).toBeLessThan(5);
  });

  it('misses nothing when a record changes between two pages', async () => {
    fake.records = Array.from({ length: 230 }, (_, index) => record(index));
    const all = fake.records.map(({ id }) => id).sort();
    const first = await page(null);
    const [moved, ...others] = fake.records;
    fake.records = [...others, { ...(moved as FakeRecord), changedAt: '2026-09-01T00:00:00.000Z' }];
    const rest = await readAll(first.cursor);
    const later = await readAll(rest.cursor);
    const seen = idsOf([...first.records, ...rest.records, ...later.records]);
    // Stores of statements never change one, and lists by `after` are the provider's to keep in order.
    if (form.provider === 'ONEROSTER') expect(seen).toEqual(all);
    else expect(seen.length).toBeGreaterThan(225);
  });

  it('answers the same for the same cursor', async () => {
    fake.records = Array.from({ length: 120 }, (_, index) => record(index));
    const { cursor } = await page(null);
    expect(await page(cursor)).toEqual(await page(cursor));
  });

  it('tells what was taken back', async () => {
    fake.records = [record(1, { withdrawn: true })];
    expect((await page(null)).records).toEqual([{ kind: 'WITHDRAWN', externalId: fake.records[0]?.id }]);
  });

  it('begins again with a cursor that it cannot read', async () => {
    fake.records = [record(1)];
    expect((await page('no cursor')).records).toHaveLength(1);
    expect((await page('{"since":7}')).records).toHaveLength(1);
  });

  it('tries again when the provider is down for a moment, later each time', async () => {
    fake.records = [record(1)];
    for (const status of [503, 502, 500]) fake.instead.push({ status, body: 'down' });
    expect((await page(null)).records).toHaveLength(1);
    const backoff = waited.filter((each) => each >= 200);
    expect(backoff.length).toBeGreaterThanOrEqual(3);
    expect(Math.max(...backoff)).toBeGreaterThan(900);
  });

  it('gives up on a provider that stays down', async () => {
    for (let n = 0; n < 5; n++) fake.instead.push({ status: 503, body: 'down' });
    await expect(page(null)).rejects.toMatchObject({ code: 'PROVIDER_UNREACHABLE' });
  });

  it('waits as long as the provider asks, and not for hours', async () => {
    fake.records = [record(1)];
    fake.instead.push({ status: 429, headers: { 'retry-after': '7' }, body: 'slower' });
    expect((await page(null)).records).toHaveLength(1);
    expect(Math.max(...waited)).toBe(7_000);
    fake.instead.push({ status: 429, headers: { 'retry-after': '3600' }, body: 'slower' });
    await expect(page(null)).rejects.toMatchObject({ code: 'PROVIDER_RATE_LIMITED' });
  });

  it('keeps a measured pace', async () => {
    fake.records = Array.from({ length: 120 }, (_, index) => record(index));
    await readAll(null);
    expect(waited.length).toBeGreaterThanOrEqual(fake.calls.length - 1);
  });

  it('is refused with another secret', async () => {
    await expect(page(null, calls('wrong'))).rejects.toMatchObject({ code: 'PROVIDER_UNAUTHORIZED' });
  });

  it.each([
    ['a page for people', { body: '<html>Sign in</html>' }],
    ['something else', { body: { hello: 'world' } }],
    ['a redirect', { status: 302, headers: { location: 'https://elsewhere.example/' }, body: '' }],
  ])('says so when it is answered with %s', async (_, answer) => {
    const by = calls();
    fake.records = [record(1)];
    await page(null, by);
    fake.instead.push(answer);
    await expect(page(null, by)).rejects.toMatchObject({ code: 'PROVIDER_ANSWER' });
  });

  it('reads the others beside a record that it cannot read', async () => {
    fake.records = [record(1), { ...record(2), courseId: '', completedAt: 'nonsense' }, record(3)];
    const { records } = await page(null);
    expect(records.map(({ kind }) => kind)).toEqual(['COMPLETED', 'REJECTED', 'COMPLETED']);
  });
});

test('a token that the provider ended is renewed', async () => {
  const form = oneRosterService();
  fake = await startFakeProvider(form);
  fake.records = [record(1)];
  const adapter = adapters.ONEROSTER;
  const open = createProviderCalls(createGuardedFetch({ allowedHosts: [fake.host] }), async () => undefined);
  const settings = { settings: fake.settings, secret: form.secret, scopes: adapter.scopes };
  const [one, other] = [open(settings), open(settings)];
  await adapter.page(one, fake, null);
  await adapter.page(other, fake, null);
  expect((await adapter.page(one, fake, null)).records).toHaveLength(1);
  expect(fake.calls.filter((call) => call === 'POST /token')).toHaveLength(3);
  await fake.close();
});

test('the credentials of a record store are sent to no other host', async () => {
  fake = await startFakeProvider(xapiStore);
  const open = createProviderCalls(createGuardedFetch({ allowedHosts: [fake.host] }), async () => undefined);
  const calls = open({ settings: fake.settings, secret: fake.secret, scopes: [] });
  fake.instead.push({ body: { statements: [], more: 'https://elsewhere.example/more' } });
  const { cursor } = await adapters.XAPI.page(calls, fake, null);
  await expect(adapters.XAPI.page(calls, fake, cursor)).rejects.toMatchObject({ code: 'PROVIDER_ANSWER' });
  await fake.close();
});

function record(index: number, more: Partial<FakeRecord> = {}): FakeRecord {
  return {
    id: newId(),
    email: `person${index}@example.org`,
    courseId: `https://lms.example/courses/${index % 7}`,
    courseName: `Customer service ${index % 7}`,
    changedAt: new Date(Date.UTC(2026, 2, 1) + index * 60_000).toISOString(),
    completedAt: '2026-02-01T10:00:00.000Z',
    progress: 100,
    score: 80,
    withdrawn: false,
    ...more,
  };
}
