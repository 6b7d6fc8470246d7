import type { RawRow } from '../import-file/raw-row.ts';
import { recordOf, type WebhookBody } from './envelope.ts';

/** Deeper and wider than any sender's data; what lies beyond is left in the body. */
const mostCells = 100;
const deepest = 3;

/**
 * The data of a webhook as a row of a file, so that one set of rules reads both: `{ participant: { email } }` is the
 * cell `participant_email`.
 */
export function cellsOf(data: WebhookBody): RawRow {
  const cells: Record<string, string> = Object.create(null);
  fill(cells, data, '', 1);
  return { line: 1, byteOffset: undefined, cells, raw: Object.values(cells), issues: [] };
}

function fill(cells: Record<string, string>, value: WebhookBody, prefix: string, depth: number): void {
  for (const [name, each] of Object.entries(value)) {
    if (Object.keys(cells).length >= mostCells) return;
    const nested = recordOf(each);
    if (nested) {
      if (depth < deepest) fill(cells, nested, `${prefix}${name}_`, depth + 1);
    } else if (typeof each === 'string' || typeof each === 'number') cells[prefix + name] = String(each);
    else if (Array.isArray(each)) cells[prefix + name] = each.filter((item) => typeof item === 'string').join(',');
  }
}
