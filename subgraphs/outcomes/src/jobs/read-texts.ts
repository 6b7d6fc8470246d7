import { hash } from 'node:crypto';
import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { Scorer } from '../domain/q2q/score-text.ts';
import { type LocatedFinding, locateFindings, SCREEN_VERSION } from '../domain/safety/locate-findings.ts';
import type { SpokenText } from '../domain/spoken-text.ts';
import { outcomesScored, remoteReadingWanted, safetyFlagRaised } from '../events/index.ts';
import type { Scoring } from '../model/company-models.ts';
import { type NewFlag, SafetyFlagWrites } from '../store/safety-flag-writes.ts';
import { type NewScore, ScoreStore } from '../store/score-store.ts';
import { keepClearedTexts } from './keep-cleared-texts.ts';
import { readInShadow } from './read-in-shadow.ts';
import { toldOfScores } from './told-of-scores.ts';

/**
 * Reads what is said, and keeps what was made of words that were cleared since: a correction of their record moves it along, and does
 * not take it away.
 * @returns months (yyyy-mm-01) whose scores changed
 */
export async function readTexts(
  parts: Pick<SubgraphParts, 'outbox'>,
  tx: TenantTransaction,
  scoring: Scoring,
  texts: readonly SpokenText[],
): Promise<string[]> {
  const said = texts.filter(({ clearedSha256 }) => clearedSha256 === undefined);
  const months = await readSaid(parts, tx, scoring, said);
  if (said.length === texts.length) return months;
  // After what is said: words may have come and gone in one batch.
  const cleared = newestOf(texts.filter(({ clearedSha256 }) => clearedSha256 !== undefined));
  const kept = await keepClearedTexts(parts, tx, cleared);
  // Of other words than those that were read nothing is known, as of words that were taken away.
  const unknown = cleared.filter(({ sourceId }) => !kept.sourceIds.has(sourceId));
  return [...months, ...kept.months, ...(await readSaid(parts, tx, scoring, unknown))];
}

/**
 * Screens and scores texts that are new, or newer than what was read of their record, each with the version that the company has for it
 * now. The same version of a text read again by the same model changes nothing; read by another, its scores take the place of the old ones.
 * Only what stands in the texts' place is kept: scores, redacted snippets, hashes.
 * @returns months (yyyy-mm-01) whose scores changed
 */
async function readSaid(
  { outbox }: Pick<SubgraphParts, 'outbox'>,
  tx: TenantTransaction,
  scoring: Scoring,
  texts: readonly SpokenText[],
): Promise<string[]> {
  const scorerFor = ({ sourceId }: SpokenText): Scorer => scoring.for(sourceId);
  const scores = new ScoreStore(tx);
  const newest = newestOf(texts);
  const claimed = await scores.claim(
    newest.map((spoken) => ({
      ...spoken,
      modelVersion: scorerFor(spoken).modelVersion,
      wordsSha256: spoken.text === null ? null : hash('sha256', spoken.text),
    })),
  );
  const fresh = newest.filter(({ sourceId }) => claimed.has(sourceId));
  if (fresh.length === 0) return [];
  const months = await scores.remove(fresh.map(({ sourceId }) => sourceId));
  const made = await readEach(scorerFor, fresh);
  months.push(...(await scores.insert(made.scores)));
  await readInShadow(tx, scoring, fresh, made.scores);
  const flags = new SafetyFlagWrites(tx);
  const raised = await flags.raise(made.flags);
  await flags.withdrawOlder(fresh);
  await outbox.append(tx, safetyFlagRaised, raised.map(toldOfFlag));
  const readers = [...new Set(fresh.map((text) => scorerFor(text).modelVersion))];
  const told = readers.map((modelVersion) => {
    const read = fresh.filter((text) => scorerFor(text).modelVersion === modelVersion);
    return toldOfScores(tx.companyId, modelVersion, read, made.scores);
  });
  await outbox.append(tx, outcomesScored, told);
  if (scoring.thenRemotely) await outbox.append(tx, remoteReadingWanted, wantedOf(tx.companyId, fresh));
  return months;
}

/** Of each record its newest version: a correction may come in the same batch as what it corrects. */
function newestOf(texts: readonly SpokenText[]): SpokenText[] {
  const newest = new Map<string, SpokenText>();
  for (const text of texts) {
    const known = newest.get(text.sourceId);
    if (!known || known.revision < text.revision) newest.set(text.sourceId, text);
  }
  return [...newest.values()];
}

/** Texts read between two turns of the event loop: about a millisecond of work, so that requests and imports hardly wait. */
const textsPerTurn = 4;

async function readEach(
  scorerFor: (text: SpokenText) => Scorer,
  texts: readonly SpokenText[],
): Promise<{ scores: NewScore[]; flags: NewFlag[] }> {
  const scores: NewScore[] = [];
  const flags: NewFlag[] = [];
  for (const [index, spoken] of texts.entries()) {
    if (spoken.text === null) continue;
    if (index % textsPerTurn === textsPerTurn - 1) await new Promise((resolve) => setImmediate(resolve));
    const { text, eventId: _, clearedSha256: __, ...source } = spoken;
    const findings = locateFindings(text);
    const scorer = scorerFor(spoken);
    const scored = scorer.score(text);
    const { language, modelVersion } = scored;
    flags.push(...findings.map((finding) => newFlag(source, language, finding)));
    // Employees are not scored: what a volunteer writes is screened and no more.
    if (source.author === 'PARTICIPANT')
      scores.push(
        ...scored.scores.map((score) => ({
          ...{ ...source, language, modelVersion, score },
          dissent: scorer.dissent(text, score),
        })),
      );
  }
  return { scores, flags };
}

/** Texts are read remotely so many at a time: at the pace that a company has, a part of a minute's worth. */
const textsPerReading = 20;

/** Volunteers are not scored, by no model. */
function wantedOf(subject: string, texts: readonly SpokenText[]) {
  const eventIds = texts.flatMap(({ author, text, eventId }) =>
    author === 'PARTICIPANT' && text !== null ? [eventId] : [],
  );
  return Array.from({ length: Math.ceil(eventIds.length / textsPerReading) }, (_, n) => ({
    ...{ subject, data: { eventIds: eventIds.slice(n * textsPerReading, (n + 1) * textsPerReading) } },
  }));
}

function newFlag(
  source: Omit<NewFlag, 'language' | 'screenVersion' | 'finding'>,
  language: string,
  finding: LocatedFinding,
): NewFlag {
  return { ...source, language, screenVersion: SCREEN_VERSION, finding };
}

function toldOfFlag({
  id,
  sourceKind,
  sourceId,
  participantId,
  observedAt,
  finding,
}: NewFlag & { readonly id: string }) {
  const { category, severity } = finding;
  return { subject: id, data: { flagId: id, sourceKind, sourceId, participantId, category, severity, observedAt } };
}
