import type { AnsweringParts, Asker } from '../asker.ts';
import type { OperationRequest } from '../operation/operation-request.ts';
import { Refusal } from '../refusal.ts';

/** A member's own text is answered where the company has switched that on for them. Throws `Refusal`. */
export async function permitOwnOperation(
  request: OperationRequest,
  { viewer }: Asker,
  { features, persisted }: AnsweringParts,
): Promise<void> {
  if (!features || viewer.kind !== 'member' || !persisted.isOwnText(request)) return;
  if (await features.isOn('OWN_OPERATIONS', viewer)) return;
  throw new Refusal('OWN_OPERATIONS_OFF', 'Operations of your own are switched off for you');
}
