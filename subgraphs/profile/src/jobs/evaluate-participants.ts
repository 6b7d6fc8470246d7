import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import {
  compareJourneys,
  isUnchanged,
  type JourneyChanges,
  type StoredJourney,
} from '../domain/journey/compare-journeys.ts';
import { evaluateJourney, type Finding, type Journey } from '../domain/journey/evaluate-journey.ts';
import type { JourneyRule } from '../domain/journey/rule.ts';
import { rulesInForce } from '../domain/journey/rules-in-force.ts';
import { visibleChanges } from '../domain/journey/visible-changes.ts';
import { flagUpdated, milestoneReached, profileUpdated } from '../events/index.ts';
import { JourneyFactStore, type NewFact } from '../store/journey-fact-store.ts';
import { JourneyRuleStore } from '../store/journey-rule-store.ts';
import { JourneyStore } from '../store/journey-store.ts';

/** What evaluating needs beside a transaction. */
export interface JourneyHost {
  readonly outbox: SubgraphParts['outbox'];
  readonly defaults: readonly JourneyRule[];
}

/**
 * Keeps new facts and says anew what the rules say of the participants whom they are about, in the caller's transaction.
 * Facts, rules and what is stored are read behind the participants' locks, so whoever comes last has seen everything.
 * Resolves to how many participants' journeys changed.
 */
export async function evaluateParticipants(
  host: JourneyHost,
  tx: TenantTransaction,
  participantIds: readonly string[],
  facts: readonly NewFact[] = [],
): Promise<number> {
  const factStore = new JourneyFactStore(tx);
  const journeys = new JourneyStore(tx);
  const before = await factStore.participantsOf(facts);
  const concerned = [...participantIds, ...before, ...facts.flatMap(({ participantId }) => participantId ?? [])];
  const locked = await journeys.lock([...new Set(concerned)].sort());
  await factStore.keep(facts);
  if (locked.length === 0) return 0;
  const ids = locked.map(({ id }) => id);
  const rules = rulesInForce(host.defaults, await new JourneyRuleStore(tx).all());
  const known = await factStore.ofParticipants(ids);
  const stored = await journeys.storedOf(ids);
  const now = Date.now();
  const evaluated = locked.map(({ id, language, createdAt }): Evaluated => {
    const participant = { language, joinedAt: createdAt.getTime(), facts: known.get(id) ?? [] };
    const journey = evaluateJourney(rules, participant, now);
    const was = stored.get(id) ?? { flags: [], milestones: [], followUps: [] };
    return { participantId: id, journey, was, changes: compareJourneys(was, journey) };
  });
  await journeys.setDue(evaluated.map(({ participantId, journey }) => ({ participantId, at: dueDate(journey) })));
  const changed = evaluated.filter(({ changes }) => !isUnchanged(changes));
  if (changed.length > 0) {
    await write(journeys, changed);
    await tell(host, tx, changed, now);
  }
  return changed.length;
}

interface Evaluated {
  readonly participantId: string;
  readonly journey: Journey;
  readonly was: StoredJourney;
  readonly changes: JourneyChanges;
}

function dueDate({ dueAt }: Journey): Date | null {
  return dueAt === Infinity ? null : new Date(dueAt);
}

async function write(journeys: JourneyStore, changed: readonly Evaluated[]): Promise<void> {
  const all = <T>(pick: (changes: JourneyChanges) => readonly T[]) =>
    changed.flatMap(({ participantId, changes }) => pick(changes).map((each) => ({ ...each, participantId })));
  const names = (list: readonly string[]) => list.map((name) => ({ name }));
  await journeys.putFlags(all(({ flags }) => flags.put));
  await journeys.removeFlags(all(({ flags }) => names(flags.removed)));
  await journeys.putMilestones(all(({ milestones }) => milestones.put));
  await journeys.removeMilestones(all(({ milestones }) => names(milestones.removed)));
  await journeys.openFollowUps(all(({ openFollowUps }) => openFollowUps));
  await journeys.restateFollowUps(changed.flatMap(({ changes }) => changes.restateFollowUps));
  await journeys.endFollowUps(changed.flatMap(({ changes }) => changes.endFollowUps));
}

/** Tells what appeared and what went. That the same flag stands under another revision or on other facts is no news. */
async function tell(
  { outbox }: JourneyHost,
  tx: TenantTransaction,
  changed: readonly Evaluated[],
  now: number,
): Promise<void> {
  await outbox.append(
    tx,
    flagUpdated,
    changed.flatMap((each) => flagEvents(each, now)),
  );
  await outbox.append(tx, milestoneReached, changed.flatMap(milestoneEvents));
  const visible = changed.filter(({ changes, was }) => visibleChanges(changes, was).length > 0);
  await outbox.append(
    tx,
    profileUpdated,
    visible.map(({ participantId, journey }) => ({
      subject: participantId,
      data: { participantId, ...names(journey) },
    })),
  );
}

function flagEvents({ participantId, changes: { flags }, was }: Evaluated, now: number) {
  const set = flags.put.filter(({ name }) => flags.added.has(name));
  const gone = was.flags.filter(({ name }) => flags.removed.includes(name)).map((flag) => ({ ...flag, since: now }));
  const event = (isSet: boolean) => (flag: Finding) => ({
    subject: participantId,
    data: { ...findingOf(participantId, flag), flag: flag.name, set: isSet },
  });
  return [...set.map(event(true)), ...gone.map(event(false))];
}

function milestoneEvents({ participantId, changes: { milestones } }: Evaluated) {
  return milestones.put
    .filter(({ name }) => milestones.added.has(name))
    .map((reached) => ({
      subject: participantId,
      data: { ...findingOf(participantId, reached), milestone: reached.name },
    }));
}

function findingOf(participantId: string, { rule, revision, since }: Finding) {
  return { participantId, rule, revision, since: new Date(since).toISOString() };
}

function names({ flags, milestones, followUps }: Journey) {
  return {
    flags: flags.map(({ name }) => name),
    milestones: milestones.map(({ name }) => name),
    followUps: followUps.map(({ rule }) => rule),
  };
}
