import { referenceIn } from '@teei/runtime/reference';
import type { DeliveriesContext } from '../context.ts';

export const reference = referenceIn<DeliveriesContext>();
