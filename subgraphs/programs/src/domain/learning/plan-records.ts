/** What decides whether a record is new. */
export interface KnownRecord {
  readonly externalId: string;
  readonly kind: 'COMPLETED' | 'PROGRESSED' | 'WITHDRAWN';
  readonly contentHash: string;
  readonly participantId: string | null;
}

export interface RecordPlan<Incoming> {
  /** One for each id. */
  readonly put: readonly Incoming[];
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

/**
 * Which records change something. What was taken back stays so, whichever of the two came first: a voided xAPI statement may
 * arrive after the one that voids it. Within a batch the last of one id counts, unless it is taken back there.
 */
export function planRecords<Incoming extends KnownRecord>(
  incoming: readonly Incoming[],
  known: readonly KnownRecord[],
): RecordPlan<Incoming> {
  const stored = new Map(known.map((each) => [each.externalId, each]));
  const put = new Map<string, Incoming>();
  let unchanged = 0;
  for (const record of incoming) {
    const before = put.get(record.externalId) ?? stored.get(record.externalId);
    if (before && !isChange(before, record)) unchanged++;
    else {
      if (put.has(record.externalId)) unchanged++;
      put.set(record.externalId, record);
    }
  }
  const updated = [...put.keys()].filter((id) => stored.has(id)).length;
  return { put: [...put.values()], created: put.size - updated, updated, unchanged };
}

function isChange(before: KnownRecord, record: KnownRecord): boolean {
  if (before.kind === 'WITHDRAWN') return false;
  // Somebody who was unknown when the record came first may be known now.
  return before.contentHash !== record.contentHash || (before.participantId === null && record.participantId !== null);
}
