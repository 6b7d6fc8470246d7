import { referenceIn } from '@teei/runtime/reference';
import type { ProfileContext } from '../context.ts';

export const reference = referenceIn<ProfileContext>();
