import { matchFields } from '../import-file/match-fields.ts';
import { formOf } from './record-definitions.ts';
import { RECORD_KINDS, type RecordKind } from './record-kind.ts';

/**
 * What a file seems to hold: the kind that knows most of its columns. A required column that is missing weighs as much as two that are known:
 * a form that happens to be complete on a few common words must not win over one that knows nearly all of the file.
 */
export function detectKind(columns: readonly string[]): RecordKind {
  const fits = RECORD_KINDS.map((kind) => {
    const { mapping, missing } = matchFields(formOf(kind), columns);
    return { kind, missing: missing.length, weight: Object.keys(mapping).length - 2 * missing.length };
  });
  return fits.reduce((best, next) => (isBetter(next, best) ? next : best)).kind;
}

interface Fit {
  readonly missing: number;
  readonly weight: number;
}

function isBetter(one: Fit, other: Fit): boolean {
  return one.weight === other.weight ? one.missing < other.missing : one.weight > other.weight;
}
