import { referenceIn } from '@teei/runtime/reference';
import type { OutcomesContext } from '../context.ts';

export const reference = referenceIn<OutcomesContext>();
