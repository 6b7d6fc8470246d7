import type { PeopleDirectory } from '../domain/people-directory.ts';

/** Above this many remembered addresses the oldest half is forgotten; asking again gives the same ids. */
const limit = 100_000;
/** Of each kind in one call, which takes 2,000 people. */
const mostAtOnce = 1_000;

/** Milliseconds. An undo elsewhere may remove people whom nobody has asked for in the last two minutes (profile's person-writes.ts). */
const longestMemory = 60_000;

/** Addresses of the people of a batch; one may come again and again. */
export interface People {
  readonly participants: readonly string[];
  readonly volunteers: readonly string[];
}

/** Ids of the people a run has met lately, so that each is asked for once a minute. */
export class KnownPeople {
  readonly #directory: PeopleDirectory;
  readonly #companyId: string;
  readonly #system: string;
  readonly #importId: string | null;
  readonly #participants = new Map<string, string>();
  readonly #volunteers = new Map<string, string>();
  #since = performance.now();

  constructor(directory: PeopleDirectory, companyId: string, system: string, importId: string | null) {
    this.#directory = directory;
    this.#companyId = companyId;
    this.#system = system;
    this.#importId = importId;
  }

  /** Batches are met ahead of their storing, so each keeps what it was told. */
  async meet(people: People): Promise<MetPeople> {
    if (performance.now() - this.#since > longestMemory) this.#forget();
    const participants = unknownIn(this.#participants, people.participants);
    const volunteers = unknownIn(this.#volunteers, people.volunteers);
    const calls = Math.ceil(Math.max(participants.length, volunteers.length) / mostAtOnce);
    for (let call = 0; call < calls; call++) {
      const range = [call * mostAtOnce, (call + 1) * mostAtOnce] as const;
      const found = await this.#directory.resolve(this.#companyId, {
        participants: participants.slice(...range),
        volunteers: volunteers.slice(...range),
        system: this.#system,
        importId: this.#importId,
      });
      remember(this.#participants, found.participants);
      remember(this.#volunteers, found.volunteers);
    }
    return new MetPeople(chosen(this.#participants, people.participants), chosen(this.#volunteers, people.volunteers));
  }

  #forget(): void {
    this.#participants.clear();
    this.#volunteers.clear();
    this.#since = performance.now();
  }
}

/** The people of one batch. */
export class MetPeople {
  readonly #participants: ReadonlyMap<string, string>;
  readonly #volunteers: ReadonlyMap<string, string>;

  constructor(participants: ReadonlyMap<string, string>, volunteers: ReadonlyMap<string, string>) {
    this.#participants = participants;
    this.#volunteers = volunteers;
  }

  participant(email: string): string {
    return required(this.#participants.get(email));
  }

  volunteer(email: string | null): string | null {
    return email === null ? null : required(this.#volunteers.get(email));
  }
}

function chosen(known: ReadonlyMap<string, string>, emails: readonly string[]): ReadonlyMap<string, string> {
  return new Map(emails.map((email) => [email, required(known.get(email))]));
}

function unknownIn(known: ReadonlyMap<string, string>, emails: readonly string[]): string[] {
  return [...new Set(emails)].filter((email) => !known.has(email));
}

function remember(known: Map<string, string>, found: ReadonlyMap<string, string>): void {
  if (known.size > limit) for (const email of [...known.keys()].slice(0, limit / 2)) known.delete(email);
  for (const [email, id] of found) known.set(email, id);
}

function required(id: string | undefined): string {
  if (id === undefined) throw new Error('a person of this batch was not resolved');
  return id;
}
