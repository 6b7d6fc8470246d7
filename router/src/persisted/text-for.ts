import type { Viewer } from '@teei/runtime/viewer';
import type { AnsweringParts } from '../asker.ts';
import type { OperationRequest } from '../operation/operation-request.ts';

/** The text of the operation that a request asks for. What a company has registered is remembered, so few requests wait. Throws `Refusal`. */
export function textFor(
  request: OperationRequest,
  viewer: Viewer,
  { persisted, companyOperations }: AnsweringParts,
): string | Promise<string> {
  if (viewer.kind !== 'apiKey' || !companyOperations) return persisted.textOf(request, viewer);
  return companyOperations.of(viewer.companyId).then((registered) => persisted.textOf(request, viewer, registered));
}
