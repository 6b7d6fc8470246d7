import { type Refused, refused } from '@teei/runtime/refusal';

export interface AskedMerge {
  readonly keepId: string;
  readonly mergedId: string;
}

export interface KnownPeople {
  /** Of the two, those that there are. */
  readonly found: ReadonlySet<string>;
  /** Who of the two is merged into whom at present. */
  readonly mergedInto: ReadonlyMap<string, string>;
  /** Whether somebody is merged into the one who is to be merged. */
  readonly mergedHasOthers: boolean;
}

/** Why these two may not be shown as one; undefined when they may. A merge is one step deep: no chains, so no cycles. */
export function refuseMerge({ keepId, mergedId }: AskedMerge, known: KnownPeople): Refused | undefined {
  if (keepId === mergedId) {
    return refused('MERGE_WITH_ITSELF', 'Both ids are the same person already.', 'Choose two people.');
  }
  if (!known.found.has(keepId) || !known.found.has(mergedId)) return personNotFound();
  if (known.mergedInto.has(mergedId)) {
    return refused('PERSON_ALREADY_MERGED', 'The person is merged already.', 'Unmerge them first.');
  }
  if (known.mergedInto.has(keepId)) {
    return refused(
      'KEPT_PERSON_IS_MERGED',
      'The person to keep is merged into somebody else.',
      'Merge into the person as whom they are shown, or unmerge them first.',
    );
  }
  if (known.mergedHasOthers) {
    return refused(
      'MERGED_PERSON_HAS_OTHERS',
      'Others are merged into this person already.',
      'Keep this person and merge the other one, or unmerge the others first.',
    );
  }
  return undefined;
}

export function personNotFound(): Refused {
  return refused('PERSON_NOT_FOUND', 'There is no such person.', 'Look them up in the list of people.');
}

export function mergeNotFound(): Refused {
  return refused('MERGE_NOT_FOUND', 'There is no such merge, or it was undone.', 'Look at the person again.');
}
