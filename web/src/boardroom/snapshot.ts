import { chosenCompany } from '../company/chosen-company.ts';
import type { BoardroomQuery } from '../generated/graphql.ts';
import { ownerKey } from './snapshot-owner.ts';
import { openSnapshots } from './snapshot-store.ts';

/** What the boardroom last knew to be true, and when. Totals of the company only: no person stands in it. */
export interface Snapshot {
  readonly version: 1;
  readonly data: BoardroomQuery;
  /** Milliseconds since 1970. */
  readonly trueAt: number;
  /** Where live updates go on; null when none has come yet. */
  readonly cursor: string | null;
}

/** The snapshot of whoever used this browser last, unless another company has been chosen since. */
export async function readSnapshot(): Promise<Snapshot | null> {
  const owner = localStorage.getItem(ownerKey);
  if (owner === null || !owner.startsWith(chosenCompany() ?? '')) return null;
  const found = (await openSnapshots().read(owner)) as Snapshot | undefined;
  return found?.version === 1 && ownerOf(found.data) === owner ? found : null;
}

export async function keepSnapshot(snapshot: Snapshot): Promise<void> {
  const owner = ownerOf(snapshot.data);
  if (owner === null) return;
  localStorage.setItem(ownerKey, owner);
  await openSnapshots().write(owner, snapshot);
}

/** Whose numbers they are: one company's, as one member may see them. */
export function ownerOf({ viewer }: BoardroomQuery): string | null {
  return viewer?.member ? `${viewer.company.id}.${viewer.member.id}` : null;
}
