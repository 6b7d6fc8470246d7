import type { RecordKind } from '../domain/records/record-kind.ts';
import type { ImportLane } from './import-lane.ts';
import { recordLane } from './record-lane.ts';
import { sessionLane } from './session-lane.ts';

/** Does `work` with the lane of this kind; what the lane makes of rows is its own business. */
export function onLane<Result>(
  kind: RecordKind,
  work: <Incoming extends Hashed>(lane: ImportLane<Incoming>) => Result,
): Result {
  return kind === 'KINTELL_SESSION' ? work(sessionLane()) : work(recordLane(kind));
}

interface Hashed {
  readonly contentHash: string;
}
