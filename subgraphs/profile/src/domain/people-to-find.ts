/** What a subgraph that takes in partner data asks for, as the graph's `PersonToResolve` says it. */
export interface AskedPerson {
  readonly kind: 'PARTICIPANT' | 'VOLUNTEER';
  readonly email: string;
  readonly system: string;
  readonly externalId?: string | null | undefined;
  readonly displayName?: string | null | undefined;
}

export interface DistinctPerson {
  readonly email: string;
  readonly displayName: string | null;
  /** The systems that know the person by the address alone. */
  readonly systems: readonly string[];
  /** What other systems call the person, by their own word. */
  readonly externalIds: readonly ExternalId[];
}

export interface ExternalId {
  readonly system: string;
  readonly externalId: string;
}

/** RFC 5321, 4.5.3.1.3: a path holds 256 octets, its two angle brackets included. */
const longestAddress = 254;

/** The people of one kind, each once: the first name that is given counts, and every system and external id is kept. */
export function distinctPeople(asked: readonly AskedPerson[], kind: AskedPerson['kind']): DistinctPerson[] {
  const byEmail = new Map<string, Collected>();
  for (const { email, system, externalId, displayName } of asked.filter((person) => person.kind === kind)) {
    const known = byEmail.get(email) ?? { email, displayName: null, systems: new Set(), externalIds: new Map() };
    known.displayName ??= displayName ?? null;
    if (externalId) known.externalIds.set(`${system} ${externalId}`, { system, externalId });
    else known.systems.add(system);
    byEmail.set(email, known);
  }
  return [...byEmail.values()]
    .map(({ systems, externalIds, ...person }) => ({
      ...person,
      systems: [...systems].sort(),
      externalIds: [...externalIds.values()],
    }))
    .sort((one, other) => (one.email < other.email ? -1 : 1));
}

interface Collected {
  readonly email: string;
  displayName: string | null;
  readonly systems: Set<string>;
  readonly externalIds: Map<string, ExternalId>;
}

/** Whether an address is in the form under which people are stored, so that one person cannot become two. */
export function isStoredForm(email: string): boolean {
  return (
    email.length > 0 && email.length <= longestAddress && email === email.trim().toLowerCase() && !/\p{Cc}/u.test(email)
  );
}
