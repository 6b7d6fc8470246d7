import { z } from 'zod';
import type { LearningRecord, RejectedRecord } from '../domain/learning/learning-record.ts';
import type { PersonClue } from '../domain/person-clue.ts';
import type { AdapterLink, ProviderAdapter } from './adapter.ts';
import { below } from './below.ts';
import type { ProviderCalls } from './provider-calls.ts';
import { ProviderFailure } from './provider-failure.ts';
import { readCursor } from './read-cursor.ts';

const gradebook = 'ims/oneroster/gradebook/v1p2';
const rostering = 'ims/oneroster/rostering/v1p2';
const pageSize = 100;

const cursor = z.object({ since: z.string().nullable(), offset: z.int().nonnegative() });
const ref = z.looseObject({ sourcedId: z.string() });
const result = z.looseObject({
  sourcedId: z.string().min(1),
  status: z.string(),
  dateLastModified: z.string(),
  lineItem: ref,
  student: ref,
  scoreStatus: z.string(),
  score: z.number().nullish(),
  scoreDate: z.string().nullish(),
});
const lineItem = z.looseObject({
  title: z.string(),
  resultValueMin: z.number().nullish(),
  resultValueMax: z.number().nullish(),
});
type Result = z.infer<typeof result>;

/**
 * Results of a OneRoster 1.2 gradebook service (1EdTech): oldest change first, by `filter`, `sort`, `limit` and `offset`.
 * Pages start behind the newest change that was read, not behind a count, so results that change meanwhile are not missed.
 */
export const oneRoster: ProviderAdapter = {
  scopes: [
    'https://purl.imsglobal.org/spec/or/v1p2/scope/gradebook-core.readonly',
    'https://purl.imsglobal.org/spec/or/v1p2/scope/roster-core.readonly',
  ],
  page: async (calls, link, text) => {
    const at = readCursor(cursor, text, { since: null, offset: 0 });
    const response = await calls.json(addressOf(link, at));
    const parsed = z.looseObject({ results: z.array(z.unknown()) }).safeParse(response?.body);
    if (!response || !parsed.success) throw new ProviderFailure('PROVIDER_ANSWER');
    const { results } = parsed.data;
    const provider = createLookups(calls, link);
    const records: (LearningRecord | RejectedRecord)[] = [];
    for (const each of results) records.push(await recordOf(each, link, provider));
    const more = results.length > 0 && hasNext(response.header('link'));
    return { records, passedOver: 0, cursor: JSON.stringify(nextOf(at, results, more)), more };
  },
};

function addressOf({ baseUrl }: AdapterLink, { since, offset }: z.infer<typeof cursor>): URL {
  return below(baseUrl, `${gradebook}/results`, {
    limit: String(pageSize),
    offset: String(offset),
    sort: 'dateLastModified',
    orderBy: 'asc',
    ...(since === null ? {} : { filter: `dateLastModified>='${since}'` }),
  });
}

/** Where more than a page has the same instant, the offset goes on within it; at the end of the list it begins anew. */
function nextOf(at: z.infer<typeof cursor>, results: readonly unknown[], more: boolean): z.infer<typeof cursor> {
  const instants = results.flatMap((each) => result.safeParse(each).data?.dateLastModified ?? []);
  const newest = instants.reduce<string | null>(
    (latest, each) => (latest === null || Date.parse(each) > Date.parse(latest) ? each : latest),
    at.since,
  );
  const stays = more && newest === at.since;
  return { since: newest, offset: stays ? at.offset + results.length : 0 };
}

/** RFC 8288. */
function hasNext(link: string | undefined): boolean {
  return /;\s*rel="?next"?/i.test(link ?? '');
}

async function recordOf(
  value: unknown,
  link: AdapterLink,
  provider: Lookups,
): Promise<LearningRecord | RejectedRecord> {
  const parsed = result.safeParse(value);
  if (!parsed.success) return { kind: 'REJECTED', reason: 'it is no OneRoster result' };
  const { data } = parsed;
  if (data.status === 'tobedeleted') return { kind: 'WITHDRAWN', externalId: data.sourcedId };
  const occurredAt = new Date(data.scoreDate ?? data.dateLastModified);
  if (Number.isNaN(occurredAt.getTime())) return { kind: 'REJECTED', reason: 'scoreDate: not a date' };
  const item = await provider.lineItem(data.lineItem.sourcedId);
  const done = isDone(data);
  return {
    kind: done ? 'COMPLETED' : 'PROGRESSED',
    externalId: data.sourcedId,
    clues: await cluesOf(data.student.sourcedId, link, provider),
    course: {
      provider: 'oneroster',
      externalId: data.lineItem.sourcedId,
      name: item?.title ?? data.lineItem.sourcedId,
    },
    occurredAt: occurredAt.toISOString(),
    progress: done ? 100 : null,
    score: scoreOf(data.score ?? null, item),
  };
}

/** `fully graded` in the specification; some services leave the space out. */
function isDone({ scoreStatus }: Result): boolean {
  return scoreStatus.replaceAll(' ', '').toLowerCase() === 'fullygraded';
}

function scoreOf(score: number | null, item: z.infer<typeof lineItem> | undefined): number | null {
  if (score === null) return null;
  const [min, max] = [item?.resultValueMin ?? 0, item?.resultValueMax ?? 100];
  return max > min ? Math.min(100, Math.max(0, ((score - min) / (max - min)) * 100)) : null;
}

async function cluesOf(student: string, { baseUrl }: AdapterLink, provider: Lookups): Promise<PersonClue[]> {
  const email = await provider.email(student);
  const identity = { kind: 'IDENTITY', value: student, systems: ['oneroster', new URL(baseUrl).host] } as const;
  return email === undefined ? [identity] : [identity, { kind: 'EMAIL', value: email }];
}

interface Lookups {
  lineItem(id: string): Promise<z.infer<typeof lineItem> | undefined>;
  email(studentId: string): Promise<string | undefined>;
}

/** Each line item and each student of a page is asked for once. Rostering may not be offered to us: then only the id is known. */
function createLookups(calls: ProviderCalls, { baseUrl }: AdapterLink): Lookups {
  const items = new Map<string, Promise<z.infer<typeof lineItem> | undefined>>();
  const emails = new Map<string, Promise<string | undefined>>();
  const named = z.looseObject({ lineItem });
  const person = z.looseObject({ user: z.looseObject({ email: z.string().nullish() }) });
  const readItem = async (id: string) => {
    const answer = await calls.json(below(baseUrl, `${gradebook}/lineItems/${encodeURIComponent(id)}`));
    return named.safeParse(answer?.body).data?.lineItem;
  };
  const readEmail = async (id: string) => {
    const answer = await unlessForbidden(() =>
      calls.json(below(baseUrl, `${rostering}/users/${encodeURIComponent(id)}`)),
    );
    return person.safeParse(answer?.body).data?.user.email?.trim().toLowerCase() || undefined;
  };
  return { lineItem: (id) => once(items, id, readItem), email: (id) => once(emails, id, readEmail) };
}

function once<T>(known: Map<string, Promise<T>>, id: string, read: (id: string) => Promise<T>): Promise<T> {
  const found = known.get(id) ?? read(id);
  known.set(id, found);
  return found;
}

async function unlessForbidden<T>(call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof ProviderFailure && error.code === 'PROVIDER_UNAUTHORIZED') return undefined;
    throw error;
  }
}
