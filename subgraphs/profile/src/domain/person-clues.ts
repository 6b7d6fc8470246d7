import { createHash } from 'node:crypto';

/** What another system knows a participant by. */
export interface PersonClue {
  readonly kind: 'EMAIL' | 'EMAIL_SHA256' | 'MAILTO_SHA1' | 'IDENTITY';
  readonly value: string;
  readonly salt: string;
  /** Of an identity: the systems to look in; all when there is none. */
  readonly systems: readonly string[];
}

/** A participant, and as whom they are shown: people who were merged are one. */
export interface ClueHolder {
  readonly id: string;
  readonly shownId: string;
}

/** Participants whom a clue may mean, by the clue. */
export class ClueMatches {
  readonly #found = new Map<string, Map<string, string>>();

  add(clue: PersonClue, { id, shownId }: ClueHolder): void {
    const key = keyOf(clue);
    const holders = this.#found.get(key) ?? new Map<string, string>();
    if (!holders.has(shownId)) holders.set(shownId, id);
    this.#found.set(key, holders);
  }

  /** The first clue that fits anybody decides; null when it fits several, for then it would be a guess. */
  decide(clues: readonly PersonClue[]): string | null {
    for (const clue of clues) {
      const [only, ...others] = this.#found.get(keyOf(clue))?.values() ?? [];
      if (only !== undefined) return others.length === 0 ? only : null;
    }
    return null;
  }
}

/** The addresses of a company are hashed once for each salt that occurs, and looked up among the clues. */
export function createHashLookup(clues: readonly PersonClue[]): (email: string) => PersonClue[] {
  const sought = new Map(clues.filter(isHashed).map((clue) => [keyOf(clue), clue]));
  const salts = new Set(clues.flatMap(({ kind, salt }) => (kind === 'EMAIL_SHA256' ? salt : [])));
  const wantsSha1 = clues.some(({ kind }) => kind === 'MAILTO_SHA1');
  return (email) => {
    const made = [...salts].map((salt) => hashed('EMAIL_SHA256', sha('sha256', `${email}${salt}`), salt));
    if (wantsSha1) made.push(hashed('MAILTO_SHA1', sha('sha1', `mailto:${email}`), ''));
    return made.flatMap((clue) => sought.get(keyOf(clue)) ?? []);
  };
}

export function isHashed({ kind }: PersonClue): boolean {
  return kind === 'EMAIL_SHA256' || kind === 'MAILTO_SHA1';
}

function hashed(kind: PersonClue['kind'], value: string, salt: string): PersonClue {
  return { kind, value, salt, systems: [] };
}

function keyOf({ kind, value, salt, systems }: PersonClue): string {
  return JSON.stringify([kind, kind === 'IDENTITY' ? value : value.toLowerCase(), salt, systems]);
}

function sha(algorithm: 'sha1' | 'sha256', text: string): string {
  return createHash(algorithm).update(text).digest('hex');
}
