import type { Finding, Journey } from './evaluate-journey.ts';

/** What is stored of a participant's journey. */
export interface StoredJourney {
  readonly flags: readonly Finding[];
  readonly milestones: readonly Finding[];
  /** Open ones, and for each rule the last one that a member closed. */
  readonly followUps: readonly StoredFollowUp[];
  /** When it has to be looked at again, in milliseconds since 1970; null for never. */
  readonly dueAt: number | null;
}

export const nothingStored: StoredJourney = { flags: [], milestones: [], followUps: [], dueAt: null };

export interface StoredFollowUp extends Finding {
  readonly id: string;
  readonly reason: string;
  /** Milliseconds since 1970; null while it is open. */
  readonly closedAt: number | null;
}

export interface FindingChanges {
  readonly put: readonly Finding[];
  /** Of those put, the names that were not there before. */
  readonly added: ReadonlySet<string>;
  /** Names. */
  readonly removed: readonly string[];
}

export interface JourneyChanges {
  readonly flags: FindingChanges;
  readonly milestones: FindingChanges;
  readonly openFollowUps: readonly (Finding & { readonly reason: string })[];
  /** Open follow-ups whose reason still holds but reads differently now. */
  readonly restateFollowUps: readonly StoredFollowUp[];
  /** Ids of open follow-ups whose reason is gone. */
  readonly endFollowUps: readonly string[];
}

export function compareJourneys(stored: StoredJourney, now: Journey): JourneyChanges {
  return {
    flags: compareFindings(stored.flags, now.flags),
    milestones: compareFindings(stored.milestones, now.milestones),
    ...compareFollowUps(stored.followUps, now.followUps),
  };
}

export function isUnchanged(changes: JourneyChanges): boolean {
  const { flags, milestones, openFollowUps, restateFollowUps, endFollowUps } = changes;
  const touched = [flags.put, flags.removed, milestones.put, milestones.removed, openFollowUps, restateFollowUps];
  return [...touched, endFollowUps].every((list) => list.length === 0);
}

function compareFindings(stored: readonly Finding[], now: readonly Finding[]): FindingChanges {
  const before = new Map(stored.map((finding) => [finding.name, finding]));
  const names = new Set(now.map(({ name }) => name));
  const put = now.filter((finding) => !isSame(before.get(finding.name), finding));
  return {
    put,
    added: new Set(put.flatMap(({ name }) => (before.has(name) ? [] : [name]))),
    removed: stored.flatMap(({ name }) => (names.has(name) ? [] : [name])),
  };
}

/**
 * A follow-up is open while its rule holds, unless a member closed it since the rule began to hold. So a closed one stays
 * closed until the reason was gone and came back.
 */
function compareFollowUps(
  stored: readonly StoredFollowUp[],
  now: Journey['followUps'],
): Pick<JourneyChanges, 'openFollowUps' | 'restateFollowUps' | 'endFollowUps'> {
  const open = new Map(stored.flatMap((each) => (each.closedAt === null ? [[each.rule, each] as const] : [])));
  const wanted = new Map(now.map((each) => [each.rule, each]));
  const isClosed = ({ rule, since }: Finding): boolean =>
    stored.some((each) => each.rule === rule && each.closedAt !== null && each.closedAt >= since);
  return {
    openFollowUps: now.filter((each) => !open.has(each.rule) && !isClosed(each)),
    restateFollowUps: [...open.values()].flatMap((each) => {
      const restated = wanted.get(each.rule);
      if (!restated || (isSame(each, restated) && each.reason === restated.reason)) return [];
      return [{ ...each, ...restated }];
    }),
    endFollowUps: [...open.values()].flatMap(({ rule, id }) => (wanted.has(rule) ? [] : [id])),
  };
}

function isSame(a: Finding | undefined, b: Finding): boolean {
  return (
    a !== undefined &&
    a.rule === b.rule &&
    a.revision === b.revision &&
    a.since === b.since &&
    a.facts.length === b.facts.length &&
    a.facts.every((fact, index) => fact === b.facts[index])
  );
}
