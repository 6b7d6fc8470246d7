import { allOver } from '@teei/runtime/all-over';
import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import {
  compareJourneys,
  isUnchanged,
  type JourneyChanges,
  nothingStored,
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

export interface Evaluation {
  /** How many participants' journeys changed. */
  readonly changed: number;
  /** What was found is sent to the database, but not answered yet: to be waited for, or for the end of the transaction (`endWith`). */
  readonly written: Promise<unknown>;
}

/**
 * Keeps new facts and says anew what the rules say of the participants whom they are about, in the caller's transaction.
 * Facts, rules and what is stored are read behind the participants' locks, so whoever comes last has seen everything.
 */
export async function evaluateParticipants(
  host: JourneyHost,
  tx: TenantTransaction,
  participantIds: readonly string[],
  facts: readonly NewFact[] = [],
): Promise<Evaluation> {
  const { locked, rules, known, stored } = await lockAndRead(host, tx, participantIds, facts);
  const now = Date.now();
  const evaluated = locked.map(({ id, language, createdAt }): Evaluated => {
    const participant = { language, joinedAt: createdAt.getTime(), facts: known.get(id) ?? [] };
    const journey = evaluateJourney(rules, participant, now);
    const was = stored.get(id) ?? nothingStored;
    return { participantId: id, journey, was, changes: compareJourneys(was, journey) };
  });
  const changed = evaluated.filter(({ changes }) => !isUnchanged(changes));
  const journeys = new JourneyStore(tx);
  const written = allOver([setDue(journeys, evaluated), ...write(journeys, changed), ...tell(host, tx, changed, now)]);
  return { changed: changed.length, written };
}

/** In one round trip, since those who are named are nearly always those who are locked: a second one is for who was merged or had it before. */
async function lockAndRead(
  { defaults }: JourneyHost,
  tx: TenantTransaction,
  participantIds: readonly string[],
  facts: readonly NewFact[],
) {
  const named = [...new Set([...participantIds, ...facts.flatMap(({ participantId }) => participantId ?? [])])];
  const [locked, , own, first] = await allOver([
    new JourneyStore(tx).lock(named, facts),
    new JourneyFactStore(tx).keep(facts),
    new JourneyRuleStore(tx).definitions(),
    readJourneys(tx, named),
  ]);
  const ids = locked.map(({ id }) => id);
  const { known, stored } = hasAll(named, ids) ? first : await readJourneys(tx, ids);
  return { locked, rules: rulesInForce(defaults, own), known, stored };
}

function hasAll(all: readonly string[], some: readonly string[]): boolean {
  const known = new Set(all);
  return some.every((one) => known.has(one));
}

async function readJourneys(tx: TenantTransaction, ids: readonly string[]) {
  const [known, stored] = await allOver([
    new JourneyFactStore(tx).ofParticipants(ids),
    new JourneyStore(tx).storedOf(ids),
  ]);
  return { known, stored };
}

interface Evaluated {
  readonly participantId: string;
  readonly journey: Journey;
  readonly was: StoredJourney;
  readonly changes: JourneyChanges;
}

function setDue(journeys: JourneyStore, evaluated: readonly Evaluated[]): Promise<void> {
  const due = evaluated.flatMap(({ participantId, journey, was }) => {
    const at = journey.dueAt === Infinity ? null : new Date(journey.dueAt);
    return (at?.getTime() ?? null) === was.dueAt ? [] : [{ participantId, at }];
  });
  return journeys.setDue(due);
}

function write(journeys: JourneyStore, changed: readonly Evaluated[]): Promise<void>[] {
  const all = <T>(pick: (changes: JourneyChanges) => readonly T[]) =>
    changed.flatMap(({ participantId, changes }) => pick(changes).map((each) => ({ ...each, participantId })));
  const names = (list: readonly string[]) => list.map((name) => ({ name }));
  return [
    journeys.putFlags(all(({ flags }) => flags.put)),
    journeys.removeFlags(all(({ flags }) => names(flags.removed))),
    journeys.putMilestones(all(({ milestones }) => milestones.put)),
    journeys.removeMilestones(all(({ milestones }) => names(milestones.removed))),
    journeys.openFollowUps(all(({ openFollowUps }) => openFollowUps)),
    journeys.restateFollowUps(changed.flatMap(({ changes }) => changes.restateFollowUps)),
    journeys.endFollowUps(changed.flatMap(({ changes }) => changes.endFollowUps)),
  ];
}

/** Tells what appeared and what went. That the same flag stands under another revision or on other facts is no news. */
function tell(
  { outbox }: JourneyHost,
  tx: TenantTransaction,
  changed: readonly Evaluated[],
  now: number,
): Promise<void>[] {
  const visible = changed.filter(({ changes, was }) => visibleChanges(changes, was).length > 0);
  return [
    outbox.append(
      tx,
      flagUpdated,
      changed.flatMap((each) => flagEvents(each, now)),
    ),
    outbox.append(tx, milestoneReached, changed.flatMap(milestoneEvents)),
    outbox.append(
      tx,
      profileUpdated,
      visible.map(({ participantId, journey }) => ({
        subject: participantId,
        data: { participantId, ...names(journey) },
      })),
    ),
  ];
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
