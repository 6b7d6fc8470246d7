import type { KintellSession } from '../import-file/kintell-session.ts';

export interface IncomingSession {
  readonly session: KintellSession;
  /** Of the normalised session; equal content has an equal hash. */
  readonly contentHash: string;
}

export interface StoredSession {
  readonly id: string;
  readonly contentHash: string;
  readonly revision: number;
}

export interface BatchPlan {
  readonly create: readonly IncomingSession[];
  readonly update: readonly { readonly stored: StoredSession; readonly incoming: IncomingSession }[];
  readonly unchanged: number;
}

/**
 * What a batch changes, given what is stored. A source id occurs at most once in a batch (see `splitAtRepeats`),
 * so that the second of two contradicting rows corrects the first as it would in a later batch.
 */
export function planBatch(incoming: readonly IncomingSession[], stored: ReadonlyMap<string, StoredSession>): BatchPlan {
  const create: IncomingSession[] = [];
  const update: { stored: StoredSession; incoming: IncomingSession }[] = [];
  let unchanged = 0;
  for (const each of incoming) {
    const found = stored.get(each.session.sourceId);
    if (!found) create.push(each);
    else if (found.contentHash === each.contentHash) unchanged++;
    else update.push({ stored: found, incoming: each });
  }
  return { create, update, unchanged };
}

/** Cuts a batch wherever a source id comes again with other content; exact repeats are only counted. */
export function splitAtRepeats(incoming: readonly IncomingSession[]): { runs: IncomingSession[][]; repeats: number } {
  const runs: IncomingSession[][] = [];
  let run: IncomingSession[] = [];
  let hashes = new Map<string, string>();
  let repeats = 0;
  for (const each of incoming) {
    const earlier = hashes.get(each.session.sourceId);
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
    hashes.set(each.session.sourceId, each.contentHash);
  }
  if (run.length > 0) runs.push(run);
  return { runs, repeats };
}
