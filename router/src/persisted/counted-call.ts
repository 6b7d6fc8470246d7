import type { Viewer } from '@teei/runtime/viewer';
import type { AnsweringParts } from '../asker.ts';
import type { CallOutcome } from '../identity/operation-usage.ts';
import type { OperationRequest } from '../operation/operation-request.ts';
import { Refusal } from '../refusal.ts';
import { hashOf } from './persisted-operations.ts';

/** Makes a call and, where a key makes it, counts it once under the id that it names. */
export async function countedCall<Result extends object>(
  request: OperationRequest,
  viewer: Viewer,
  { usage }: AnsweringParts,
  call: () => Promise<Result>,
): Promise<Result> {
  if (viewer.kind !== 'apiKey' || !usage) return call();
  let outcome: CallOutcome = 'error';
  try {
    const result = await call();
    outcome = 'hasErrors' in result && result.hasErrors === true ? 'error' : 'ok';
    return result;
  } catch (error) {
    if (error instanceof Refusal && namesNothing.has(error.code)) outcome = 'unknown';
    throw error;
  } finally {
    const hash = readableHash(request);
    if (hash !== undefined) usage.count(viewer, hash, outcome);
  }
}

const namesNothing: ReadonlySet<string> = new Set([
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_ONLY',
  'PERSISTED_QUERY_MISMATCH',
]);

function readableHash(request: OperationRequest): string | undefined {
  try {
    return hashOf(request);
  } catch {
    return undefined;
  }
}
