import { z } from 'zod';
import type { PersonClue } from '../person-clue.ts';
import type { LearningRecord, RejectedRecord } from './learning-record.ts';

/**
 * Reads an xAPI statement (1.0.3 and IEEE 9274.1.1, called 2.0, which agree on all that is read here). Undefined for statements
 * that say nothing of a course's end or progress: most of what a record store holds.
 */
export function readStatement(value: unknown): LearningRecord | RejectedRecord | undefined {
  const verb = withVerb.safeParse(value);
  if (!verb.success) return { kind: 'REJECTED', reason: 'it is no xAPI statement' };
  const kind = verbs.get(verb.data.verb.id);
  if (kind === undefined) return undefined;
  const parsed = statement.safeParse(value);
  if (!parsed.success) return { kind: 'REJECTED', reason: describe(parsed.error) };
  const { data } = parsed;
  if (kind === 'VOIDED') return voided(data);
  if (data.object.objectType !== undefined && data.object.objectType !== 'Activity') return undefined;
  const clues = cluesOf(data.actor);
  if (clues.length === 0) return { kind: 'REJECTED', reason: 'actor: a group or a person without an identifier' };
  return factOf(data, kind, clues);
}

type Statement = z.infer<typeof statement>;

function factOf(
  data: Statement,
  kind: 'COMPLETED' | 'PROGRESSED',
  clues: PersonClue[],
): LearningRecord | RejectedRecord {
  const occurredAt = instant(data.timestamp ?? data.stored);
  if (occurredAt === undefined) return { kind: 'REJECTED', reason: 'timestamp: there is none' };
  const done = kind === 'COMPLETED' && data.result?.completion !== false;
  const progress = done ? 100 : progressOf(data.result?.extensions);
  if (!done && progress === null) return { kind: 'REJECTED', reason: 'result: progress without a number' };
  return {
    kind: done ? 'COMPLETED' : 'PROGRESSED',
    // Ids are UUIDs, which are the same in upper and lower case.
    externalId: data.id.toLowerCase(),
    clues,
    course: {
      provider: 'xapi',
      externalId: data.object.id,
      name: textOf(data.object.definition?.name) ?? data.object.id,
    },
    occurredAt,
    progress,
    score: scoreOf(data.result?.score),
  };
}

/** xAPI 1.0.3, Data 2.3.2: the object of a voiding statement refers to the statement that is voided. */
function voided({ object }: Statement): LearningRecord | RejectedRecord {
  if (object.objectType !== 'StatementRef') return { kind: 'REJECTED', reason: 'object: voids no statement' };
  return { kind: 'WITHDRAWN', externalId: object.id.toLowerCase() };
}

const verbs = new Map<string, 'COMPLETED' | 'PROGRESSED' | 'VOIDED'>([
  ['http://adlnet.gov/expapi/verbs/completed', 'COMPLETED'],
  ['http://adlnet.gov/expapi/verbs/passed', 'COMPLETED'],
  ['http://adlnet.gov/expapi/verbs/progressed', 'PROGRESSED'],
  ['http://adlnet.gov/expapi/verbs/voided', 'VOIDED'],
]);

const withVerb = z.looseObject({ verb: z.looseObject({ id: z.string() }) });
const score = z.looseObject({
  scaled: z.number().min(-1).max(1).optional(),
  raw: z.number().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
});
const statement = z.looseObject({
  id: z.uuid(),
  actor: z.looseObject({
    objectType: z.string().optional(),
    mbox: z.string().startsWith('mailto:').optional(),
    mbox_sha1sum: z
      .string()
      .regex(/^[0-9a-fA-F]{40}$/)
      .optional(),
    openid: z.string().optional(),
    account: z.looseObject({ homePage: z.string(), name: z.string().min(1) }).optional(),
  }),
  object: z.looseObject({
    objectType: z.string().optional(),
    id: z.string().min(1).max(2_000),
    definition: z.looseObject({ name: z.record(z.string(), z.string()).optional() }).optional(),
  }),
  result: z
    .looseObject({
      completion: z.boolean().optional(),
      score: score.optional(),
      extensions: z.record(z.string(), z.unknown()).optional(),
    })
    .optional(),
  timestamp: z.string().optional(),
  stored: z.string().optional(),
});

function cluesOf(actor: Statement['actor']): PersonClue[] {
  if (actor.objectType === 'Group') return [];
  const { mbox, mbox_sha1sum: sha1, account, openid } = actor;
  if (mbox) return [{ kind: 'EMAIL', value: mbox.slice('mailto:'.length).trim().toLowerCase() }];
  if (sha1) return [{ kind: 'MAILTO_SHA1', value: sha1.toLowerCase() }];
  if (account) return [{ kind: 'IDENTITY', value: account.name, systems: systemsOf(account.homePage) }];
  return openid ? [{ kind: 'IDENTITY', value: openid, systems: [] }] : [];
}

/** An account's system is linked here by its address or by its host. */
function systemsOf(homePage: string): string[] {
  const host = URL.canParse(homePage) ? new URL(homePage).host : undefined;
  return host ? [homePage, host] : [homePage];
}

function scoreOf(given: z.infer<typeof score> | undefined): number | null {
  if (given?.scaled !== undefined) return bounded(given.scaled * 100);
  if (given?.raw === undefined || given.max === undefined) return null;
  const min = given.min ?? 0;
  return given.max > min ? bounded(((given.raw - min) / (given.max - min)) * 100) : null;
}

/** cmi5 says progress as a whole number of percent; some providers as a share of one. */
function progressOf(extensions: Record<string, unknown> | undefined): number | null {
  const percent = extensions?.['https://w3id.org/xapi/cmi5/result/extensions/progress'];
  if (typeof percent === 'number') return bounded(percent);
  const share = extensions?.['http://w3id.org/xapi/adl/result/extensions/progress'];
  return typeof share === 'number' ? bounded(share * 100) : null;
}

function bounded(percent: number): number {
  return Math.min(100, Math.max(0, percent));
}

function textOf(names: Record<string, string> | undefined): string | undefined {
  if (!names) return undefined;
  const english = Object.keys(names).find((language) => language.toLowerCase().startsWith('en'));
  return (english === undefined ? Object.values(names)[0] : names[english])?.slice(0, 300);
}

function instant(text: string | undefined): string | undefined {
  const date = new Date(text ?? '');
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

function describe(error: z.ZodError): string {
  const [first] = error.issues;
  return `${first?.path.join('.') || 'statement'}: not usable`;
}
