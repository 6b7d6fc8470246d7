import type { Condition, JourneyRule } from './rule.ts';

/** Flags on which a condition looks. */
export function flagsReadBy(condition: Condition): string[] {
  const below = [...(condition.all ?? []), ...(condition.any ?? []), ...(condition.not ? [condition.not] : [])];
  return [...(condition.flag ? [condition.flag.name] : []), ...below.flatMap(flagsReadBy)];
}

/** Flags on which a rule acts. */
export function flagsDecidedBy(rule: JourneyRule): string[] {
  return rule.do.flatMap(({ set, clear }) => set ?? clear ?? []);
}

/** A ring of flags that wait for one another, such as `a → b → a`; undefined when there is none. */
export function flagRing(rules: readonly JourneyRule[]): string[] | undefined {
  const reads = new Map<string, Set<string>>();
  for (const rule of rules) {
    for (const flag of flagsDecidedBy(rule)) {
      const known = reads.get(flag) ?? new Set();
      for (const read of flagsReadBy(rule.when)) known.add(read);
      reads.set(flag, known);
    }
  }
  const settled = new Set<string>();
  const follow = (flag: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(flag)) return [...path.slice(path.indexOf(flag)), flag];
    if (settled.has(flag)) return undefined;
    for (const read of reads.get(flag) ?? []) {
      const ring = follow(read, [...path, flag]);
      if (ring) return ring;
    }
    settled.add(flag);
    return undefined;
  };
  for (const flag of reads.keys()) {
    const ring = follow(flag, []);
    if (ring) return ring;
  }
  return undefined;
}
