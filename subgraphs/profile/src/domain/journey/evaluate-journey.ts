import { type Circumstances, conditionTimeline } from './condition-timeline.ts';
import { type Fact, type JourneyParticipant, referenceOf } from './fact.ts';
import { factsBehind } from './facts-behind.ts';
import type { JourneyRule } from './rule.ts';
import { both, either, never, nextChange, outside, stretchAt, type Timeline } from './timeline.ts';

/** A rule as it stands in a company, under its revision. Defaults have revision 0. */
export interface RevisedRule {
  readonly rule: JourneyRule;
  readonly revision: number;
}

/** Which rule made something, since when it holds and which facts made it so. */
export interface Finding {
  /** Of the flag or milestone; for a follow-up, of the rule. */
  readonly name: string;
  readonly rule: string;
  readonly revision: number;
  readonly since: number;
  /** What made it so, as `referenceOf` names it, oldest first. */
  readonly facts: readonly string[];
}

export interface Journey {
  readonly flags: readonly Finding[];
  readonly milestones: readonly Finding[];
  readonly followUps: readonly (Finding & { readonly reason: string })[];
  /** When something changes by itself; infinite when nothing will. */
  readonly dueAt: number;
}

/**
 * What the rules say of a participant at a moment. It depends on nothing but what is handed in, so evaluating twice, or
 * after the same facts came in another order, gives the same.
 */
export function evaluateJourney(rules: readonly RevisedRule[], participant: JourneyParticipant, now: number): Journey {
  const { joinedAt, facts } = participant;
  const evaluation = new Evaluation(rules, {
    ...participant,
    // Partners send what happened before anybody was entered here.
    joinedAt: Math.min(joinedAt, facts[0]?.at ?? Infinity),
  });
  return evaluation.at(now);
}

class Evaluation {
  readonly #rules: readonly RevisedRule[];
  readonly #given: Circumstances;
  readonly #sinceJoined: Timeline;
  readonly #timelines = new Map<RevisedRule, Timeline>();
  readonly #flags = new Map<string, Timeline>();

  constructor(rules: readonly RevisedRule[], participant: JourneyParticipant) {
    this.#rules = rules.filter(({ rule }) => rule.enabled);
    this.#sinceJoined = [{ start: participant.joinedAt, end: Infinity }];
    this.#given = { participant, flag: (name) => this.#flagTimeline(name) };
  }

  at(now: number): Journey {
    const all = this.#rules.map((rule) => this.#timeline(rule));
    return {
      flags: [...new Set(this.#rules.flatMap(({ rule }) => rule.do.flatMap(({ set }) => set ?? [])))]
        .sort()
        .flatMap((flag) => this.#flagAt(flag, now)),
      milestones: this.#milestones(now),
      followUps: this.#followUps(now),
      dueAt: Math.min(Infinity, ...all.map((timeline) => nextChange(timeline, now))),
    };
  }

  #timeline(revised: RevisedRule): Timeline {
    const known = this.#timelines.get(revised);
    if (known) return known;
    const timeline = both(this.#sinceJoined, conditionTimeline(revised.rule.when, this.#given));
    this.#timelines.set(revised, timeline);
    return timeline;
  }

  /** Rules that act on a flag, the one that decides first in front. */
  #deciders(flag: string): { readonly revised: RevisedRule; readonly sets: boolean }[] {
    return this.#rules
      .flatMap((revised) =>
        revised.rule.do.flatMap(({ set, clear }) => {
          if (set !== flag && clear !== flag) return [];
          return [{ revised, sets: set === flag }];
        }),
      )
      .sort(
        (a, b) =>
          b.revised.rule.priority - a.revised.rule.priority ||
          Number(a.sets) - Number(b.sets) ||
          (a.revised.rule.name < b.revised.rule.name ? -1 : 1),
      );
  }

  #flagTimeline(flag: string): Timeline {
    const known = this.#flags.get(flag);
    if (known) return known;
    // Flags that wait for each other are refused when a rule is saved. Should a ring come about anyway, it sets nothing.
    this.#flags.set(flag, never);
    let decided = never;
    let set = never;
    for (const { revised, sets } of this.#deciders(flag)) {
      const timeline = this.#timeline(revised);
      if (sets) set = either(set, both(timeline, outside(decided)));
      decided = either(decided, timeline);
    }
    this.#flags.set(flag, set);
    return set;
  }

  #flagAt(flag: string, now: number): Finding[] {
    const stretch = stretchAt(this.#flagTimeline(flag), now);
    if (!stretch) return [];
    const winner = this.#deciders(flag).find(({ revised }) => stretchAt(this.#timeline(revised), now));
    return winner ? [{ ...this.#finding(winner.revised, now), name: flag, since: stretch.start }] : [];
  }

  #milestones(now: number): Finding[] {
    const reached = new Map<string, Finding>();
    for (const revised of this.#rules) {
      const [first] = this.#timeline(revised);
      if (!first || first.start > now) continue;
      for (const { milestone } of revised.rule.do) {
        const earlier = milestone && reached.get(milestone);
        if (!milestone || (earlier && earlier.since <= first.start)) continue;
        reached.set(milestone, { ...this.#finding(revised, first.start), name: milestone });
      }
    }
    return [...reached.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  #followUps(now: number): (Finding & { reason: string })[] {
    return this.#rules.flatMap((revised) => {
      if (!stretchAt(this.#timeline(revised), now)) return [];
      const [wanted] = revised.rule.do.flatMap(({ followUp }) => followUp ?? []);
      return wanted ? [{ ...this.#finding(revised, now), ...wanted }] : [];
    });
  }

  /** What a rule that holds at a moment says of itself. */
  #finding(revised: RevisedRule, time: number): Finding {
    const { rule, revision } = revised;
    const since = stretchAt(this.#timeline(revised), time)?.start ?? time;
    const facts = [...new Set(this.#factsBehind(revised, since).map(referenceOf))];
    return { name: rule.name, rule: rule.name, revision, since, facts };
  }

  #factsBehind({ rule }: RevisedRule, time: number): Fact[] {
    return factsBehind(rule.when, this.#given, time, (flag, moment) => {
      const winner = this.#deciders(flag).find(({ revised }) => stretchAt(this.#timeline(revised), moment));
      return winner ? this.#factsBehind(winner.revised, moment) : [];
    });
  }
}
