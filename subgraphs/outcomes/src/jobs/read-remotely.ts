import { defineConsumer } from '@teei/runtime/consumer';
import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import { defineJob, enqueue, enqueueAt, type Job, jobHandler } from '@teei/runtime/job';
import { createOutboxReader } from '@teei/runtime/outbox-reader';
import { inTenant, type TenantTransaction } from '@teei/runtime/tenant-transaction';
import { serviceViewer } from '@teei/runtime/viewer';
import { z } from 'zod';
import { normaliseText } from '../domain/q2q/normalise-text.ts';
import { quotedEvidence, type ScoredDimension } from '../domain/q2q/score-text.ts';
import type { SpokenText } from '../domain/spoken-text.ts';
import { outcomesScored, remoteReadingWanted } from '../events/index.ts';
import { companyModels, type Scoring } from '../model/company-models.ts';
import { ModelAsker } from '../model/remote/ask-model.ts';
import { CallBooks } from '../model/remote/call-books.ts';
import { type RemoteReading, readRemotely } from '../model/remote/read-remotely.ts';
import { remoteVersion } from '../model/remote/remote-models.ts';
import { type NewScore, ScoreStore } from '../store/score-store.ts';
import { spokenInEvent, textEvents } from './spoken-in-events.ts';
import { tellMonths } from './tell-months.ts';
import { toldOfScores } from './told-of-scores.ts';

/** Names events of programs; what they say is read where it lies. */
const readRemotelyJob = defineJob(
  'outcomes-read-remotely',
  z.object({ companyId: z.string(), eventIds: z.array(z.string()) }),
);

/** Puts what is to be read remotely on a queue of its own, where it may take its time: no transaction is open while a provider thinks. */
export const wantRemoteReadings = ({ platform }: SubgraphParts) =>
  defineConsumer({
    name: 'outcomes-want-readings',
    source: 'outcomes',
    contracts: [remoteReadingWanted],
    weight: 'background',
    handle: async ({ companyId }, events) => {
      for (const { data } of events)
        await enqueue(platform.queues, readRemotelyJob, { companyId, eventIds: data.eventIds });
    },
  });

export function remoteReader(parts: SubgraphParts): Job {
  const asker = new ModelAsker(parts.platform.remoteModels);
  return jobHandler(parts.platform.queues, readRemotelyJob, 2, async ({ companyId, eventIds }) => {
    const later = await readTextsRemotely(parts, asker, companyId, eventIds);
    if (later === null) return;
    // After a large import hundreds of jobs wait for a few places: they come back apart from each other.
    const at = new Date(Date.now() + later.wait + Math.random() * LONGEST_DETOUR);
    await enqueueAt(parts.platform.queues, readRemotelyJob, { companyId, eventIds: [...later.eventIds] }, at);
  });
}

/** Milliseconds. */
const LONGEST_DETOUR = 120_000;

/**
 * Has texts read that the local model has scored already; what comes back takes the place of its scores.
 * @returns what could not be read yet, and how many milliseconds to wait
 */
export async function readTextsRemotely(
  parts: SubgraphParts,
  asker: ModelAsker,
  companyId: string,
  eventIds: readonly string[],
): Promise<Later | null> {
  const books = new CallBooks(parts, companyId);
  const setting = await books.setting();
  if (!setting || setting.models.length === 0) return null;
  const early = await books.waitForRoom();
  if (early > 0) return { eventIds, wait: early };
  const reader = createOutboxReader(parts.platform.relayDatabase, 'programs');
  const events = await reader.byId(eventIds, { companyId, types: textEvents });
  const texts = events.flatMap((event) => spokenInEvent(event) ?? []);
  const read: ReadText[] = [];
  const waits: { readonly eventId: string; readonly wait: number }[] = [];
  await eachOf(texts, async (spoken) => {
    const { sourceId, text } = spoken;
    if (spoken.author !== 'PARTICIPANT' || text === null) return;
    const [before] = waits;
    const reading = before
      ? { ...before, is: 'TOO_SOON' as const }
      : await readRemotely({ asker, books }, setting, { sourceId, text });
    if (reading.is === 'READ') read.push({ spoken: { ...spoken, text }, reading });
    if (reading.is === 'TOO_SOON') waits.push({ eventId: spoken.eventId, wait: reading.wait });
  });
  if (read.length > 0)
    await inTenant(parts.database, serviceViewer('outcomes-read-remotely', companyId), (tx) =>
      keepReadings(parts, tx, read),
    );
  const [first] = waits;
  return first ? { eventIds: waits.map(({ eventId }) => eventId), wait: first.wait } : null;
}

/** So many at once; the others wait their turn. */
async function eachOf<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const rest = items.values();
  const turns = Array.from({ length: 4 }, async () => {
    for (const item of rest) await work(item);
  });
  await Promise.all(turns);
}

/** A text that was corrected or withdrawn meanwhile keeps what it has. */
async function keepReadings(parts: SubgraphParts, tx: TenantTransaction, read: readonly ReadText[]): Promise<void> {
  const scores = new ScoreStore(tx);
  const scoring = (await companyModels(tx)).scoring();
  const named = read.map(({ spoken, reading }) => ({ ...spoken, modelVersion: nameOf(scoring, reading.model) }));
  const claimed = await scores.claimRemote(named);
  const fresh = named.filter(({ sourceId }) => claimed.has(sourceId));
  if (fresh.length === 0) return;
  const made = read.filter(({ spoken }) => claimed.has(spoken.sourceId)).flatMap((each) => scoresOf(each, scoring));
  const months = await scores.remove([...claimed]);
  months.push(...(await scores.insert(made)));
  const versions = [...new Set(fresh.map(({ modelVersion }) => modelVersion))];
  const told = versions.map((version) => {
    const texts = fresh.filter(({ modelVersion }) => modelVersion === version);
    return toldOfScores(tx.companyId, version, texts, made);
  });
  await parts.outbox.append(tx, outcomesScored, told);
  await tellMonths(parts, tx, months);
}

/** The company's own thresholds hold for every model, and the score's name says so. */
function nameOf({ active }: Scoring, model: string): string {
  const [, override] = active.modelVersion.split('+', 2);
  return override === undefined ? remoteVersion(model) : `${remoteVersion(model)}+${override}`;
}

function scoresOf({ spoken, reading }: ReadText, scoring: Scoring): NewScore[] {
  const { text, eventId: _, clearedSha256: __, ...source } = spoken;
  const normal = normaliseText(text);
  const { thresholds } = scoring.for(spoken.sourceId);
  const { language } = reading;
  const modelVersion = nameOf(scoring, reading.model);
  return reading.scores.flatMap(({ dimension, direction, level, confidence, clause }) => {
    const span = reading.clauses[clause - 1]?.span;
    if (!span || confidence < thresholds[dimension]) return [];
    const score: ScoredDimension = { dimension, direction, level, confidence, evidence: quotedEvidence(normal, span) };
    // Nothing is known of what a remote model is made of.
    return [{ ...source, language, modelVersion, score, dissent: null }];
  });
}

interface ReadText {
  readonly spoken: SpokenText & { readonly text: string };
  readonly reading: Extract<RemoteReading, { is: 'READ' }>;
}

interface Later {
  readonly eventIds: readonly string[];
  readonly wait: number;
}
