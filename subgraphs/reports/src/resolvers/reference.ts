import { referenceIn } from '@teei/runtime/reference';
import type { ReportsContext } from '../context.ts';

export const reference = referenceIn<ReportsContext>();
