import type { KintellSession } from '../import-file/kintell-session.ts';

export interface IncomingSession {
  readonly session: KintellSession;
  /** Of the normalised session; equal content has an equal hash. */
  readonly contentHash: string;
  /** It says nothing of words, and those that are stored stay, though they were cleared. */
  readonly wordsStay?: boolean;
}

export function sessionKey({ session }: IncomingSession): string {
  return session.sourceId;
}

export interface Stored {
  readonly id: string;
  readonly contentHash: string;
  readonly revision: number;
}

interface Hashed {
  readonly contentHash: string;
}

export interface BatchPlan<Incoming> {
  readonly create: readonly Incoming[];
  readonly update: readonly { readonly stored: Stored; readonly incoming: Incoming }[];
  readonly unchanged: number;
}

/**
 * What a batch changes, given what is stored. A source id occurs at most once in a batch (see `splitAtRepeats`),
 * so that the second of two contradicting rows corrects the first as it would in a later batch.
 */
export function planBatch<Incoming extends Hashed>(
  incoming: readonly Incoming[],
  stored: ReadonlyMap<string, Stored>,
  sourceIdOf: (each: Incoming) => string,
): BatchPlan<Incoming> {
  const create: Incoming[] = [];
  const update: { stored: Stored; incoming: Incoming }[] = [];
  let unchanged = 0;
  for (const each of incoming) {
    const found = stored.get(sourceIdOf(each));
    if (!found) create.push(each);
    else if (found.contentHash === each.contentHash) unchanged++;
    else update.push({ stored: found, incoming: each });
  }
  return { create, update, unchanged };
}

/** Cuts a batch wherever a source id comes again with other content; exact repeats are only counted. */
export function splitAtRepeats<Incoming extends Hashed>(
  incoming: readonly Incoming[],
  sourceIdOf: (each: Incoming) => string,
): { runs: Incoming[][]; repeats: number } {
  const runs: Incoming[][] = [];
  let run: Incoming[] = [];
  let hashes = new Map<string, string>();
  let repeats = 0;
  for (const each of incoming) {
    const sourceId = sourceIdOf(each);
    const earlier = hashes.get(sourceId);
    if (earlier === each.contentHash) {
      repeats++;
      continue;
    }
    if (earlier !== undefined) {
      runs.push(run);
      run = [];
      hashes = new Map();
    }
    run.push(each);
    hashes.set(sourceId, each.contentHash);
  }
  if (run.length > 0) runs.push(run);
  return { runs, repeats };
}
