import { matchFields } from '../import-file/match-fields.ts';
import { formOf } from './record-definitions.ts';
import { RECORD_KINDS, type RecordKind } from './record-kind.ts';

/** What a file seems to hold: of the kinds whose required columns are all there, the one that knows most of its columns. */
export function detectKind(columns: readonly string[]): RecordKind {
  const fits = RECORD_KINDS.map((kind) => {
    const { mapping, missing } = matchFields(formOf(kind), columns);
    return { kind, complete: missing.length === 0, known: Object.keys(mapping).length };
  });
  return fits.reduce((best, next) => (isBetter(next, best) ? next : best)).kind;
}

interface Fit {
  readonly complete: boolean;
  readonly known: number;
}

function isBetter(one: Fit, other: Fit): boolean {
  return one.complete === other.complete ? one.known > other.known : one.complete;
}
