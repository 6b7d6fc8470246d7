import { z } from 'zod';
import type { LearningRecord, RejectedRecord } from '../domain/learning/learning-record.ts';
import type { PersonClue } from '../domain/person-clue.ts';
import type { ProviderAdapter } from './adapter.ts';
import { below } from './below.ts';
import { ProviderFailure } from './provider-failure.ts';
import { readCursor } from './read-cursor.ts';

/** Where a provider that has no public contract puts what we need; paths with dots lead into objects. */
export interface CompletionListForm {
  readonly provider: string;
  readonly path: string;
  readonly items: string;
  readonly id: string;
  readonly changedAt: string;
  readonly email: string;
  readonly personId: string;
  readonly courseId: string;
  readonly courseName: string;
  /** When it was finished; absent while it is not. */
  readonly completedAt: string;
  /** 0 to 100. */
  readonly progress: string;
  /** 0 to 100. */
  readonly score: string;
  /** True for what was taken back. */
  readonly withdrawn: string;
}

const cursor = z.object({ since: z.string().nullable(), after: z.string().nullable(), newest: z.string().nullable() });
const pageSize = '200';

/**
 * A list of completions over REST: `?updatedSince=…&after=…&limit=…`, answered with items and a `next` that is handed back as
 * `after`. This is our form, not one that a provider has published: what it is called there is configured.
 */
export function completionList(form: CompletionListForm): ProviderAdapter {
  return {
    scopes: [],
    page: async (calls, { baseUrl, settings }, text) => {
      const at = readCursor(cursor, text, { since: null, after: null, newest: null });
      const query = {
        limit: pageSize,
        ...(at.since === null ? {} : { updatedSince: at.since }),
        ...(at.after === null ? {} : { after: at.after }),
      };
      const response = await calls.json(below(baseUrl, settings.recordsPath || form.path, query));
      const items = valueAt(response?.body, form.items);
      if (!Array.isArray(items)) throw new ProviderFailure('PROVIDER_ANSWER');
      const next = textAt(response?.body, 'next');
      const newest = items.reduce<string | null>(
        (latest, item) => later(latest, textAt(item, form.changedAt)),
        at.newest,
      );
      const records = items.map((item) => recordOf(form, item));
      const following =
        next === undefined ? { since: newest ?? at.since, after: null, newest: null } : { ...at, after: next, newest };
      return { records, passedOver: 0, cursor: JSON.stringify(following), more: next !== undefined };
    },
  };
}

function recordOf(form: CompletionListForm, item: unknown): LearningRecord | RejectedRecord {
  const externalId = textAt(item, form.id);
  const courseId = textAt(item, form.courseId);
  if (externalId === undefined) return { kind: 'REJECTED', reason: `${form.id}: missing` };
  if (valueAt(item, form.withdrawn) === true) return { kind: 'WITHDRAWN', externalId };
  if (courseId === undefined) return { kind: 'REJECTED', reason: `${form.courseId}: missing` };
  const completedAt = textAt(item, form.completedAt);
  const occurredAt = new Date(completedAt ?? textAt(item, form.changedAt) ?? '');
  if (Number.isNaN(occurredAt.getTime())) return { kind: 'REJECTED', reason: `${form.completedAt}: not a date` };
  const clues = cluesOf(form, item);
  if (clues.length === 0) return { kind: 'REJECTED', reason: `${form.email}: nobody is named` };
  return {
    kind: completedAt === undefined ? 'PROGRESSED' : 'COMPLETED',
    externalId,
    clues,
    course: {
      provider: form.provider,
      externalId: courseId,
      name: textAt(item, form.courseName)?.slice(0, 300) ?? courseId,
    },
    occurredAt: occurredAt.toISOString(),
    progress: completedAt === undefined ? percentAt(item, form.progress) : 100,
    score: percentAt(item, form.score),
  };
}

function cluesOf({ email, personId, provider }: CompletionListForm, item: unknown): PersonClue[] {
  const [id, address] = [textAt(item, personId), textAt(item, email)];
  return [
    ...(id === undefined ? [] : [{ kind: 'IDENTITY', value: id, systems: [provider] } as const]),
    ...(address === undefined ? [] : [{ kind: 'EMAIL', value: address.trim().toLowerCase() } as const]),
  ];
}

function valueAt(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, name) => {
    const isObject = typeof inner === 'object' && inner !== null && Object.hasOwn(inner, name);
    return isObject ? (inner as Record<string, unknown>)[name] : undefined;
  }, value);
}

function textAt(value: unknown, path: string): string | undefined {
  const found = valueAt(value, path);
  if (typeof found === 'number') return String(found);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

function percentAt(value: unknown, path: string): number | null {
  const found = valueAt(value, path);
  return typeof found === 'number' ? Math.min(100, Math.max(0, found)) : null;
}

function later(one: string | null, other: string | undefined): string | null {
  if (other === undefined || Number.isNaN(Date.parse(other))) return one;
  return one === null || Date.parse(other) > Date.parse(one) ? other : one;
}
