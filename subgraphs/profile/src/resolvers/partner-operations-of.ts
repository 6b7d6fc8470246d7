import type { OperationFinding, RegisteredOperation } from '@teei/runtime/partner-operations';
import { PlatformError } from '@teei/runtime/platform-error';
import type { ProfileContext } from '../context.ts';

/** What the router says of operations. */
export function partnerOperationsOf({ partnerOperations }: Pick<ProfileContext, 'partnerOperations'>) {
  if (!partnerOperations)
    throw new PlatformError('SERVICE_UNAVAILABLE', 'There is no router that knows the graph.', 'Try again later.');
  return {
    ofPlatform: () => partnerOperations.ofPlatform(),
    finding: (operation: RegisteredOperation): OperationFinding => {
      const [finding] = partnerOperations.look([operation]);
      if (!finding) throw new Error('the router said nothing of an operation');
      return finding;
    },
  };
}
