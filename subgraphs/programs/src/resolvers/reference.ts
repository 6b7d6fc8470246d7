import { referenceIn } from '@teei/runtime/reference';
import type { ProgramsContext } from '../context.ts';

export const reference = referenceIn<ProgramsContext>();
