/** What a subgraph that takes in partner data asks for, as the graph's `PersonToResolve` says it. */
export interface AskedPerson {
  readonly kind: 'PARTICIPANT' | 'VOLUNTEER';
  readonly email: string;
  readonly system: string;
  readonly displayName?: string | null | undefined;
}

export interface DistinctPerson {
  readonly email: string;
  readonly displayName: string | null;
  readonly systems: readonly string[];
}

/** RFC 5321, 4.5.3.1.3: a path holds 256 octets, its two angle brackets included. */
const longestAddress = 254;

/** The people of one kind, each once: the first name that is given counts, and every system is kept. */
export function distinctPeople(asked: readonly AskedPerson[], kind: AskedPerson['kind']): DistinctPerson[] {
  const byEmail = new Map<string, { email: string; displayName: string | null; systems: Set<string> }>();
  for (const { email, system, displayName } of asked.filter((person) => person.kind === kind)) {
    const known = byEmail.get(email) ?? { email, displayName: null, systems: new Set<string>() };
    known.displayName ??= displayName ?? null;
    known.systems.add(system);
    byEmail.set(email, known);
  }
  return [...byEmail.values()]
    .map((person) => ({ ...person, systems: [...person.systems].sort() }))
    .sort((one, other) => (one.email < other.email ? -1 : 1));
}

/** Whether an address is in the form under which people are stored, so that one person cannot become two. */
export function isStoredForm(email: string): boolean {
  return (
    email.length > 0 && email.length <= longestAddress && email === email.trim().toLowerCase() && !/\p{Cc}/u.test(email)
  );
}
