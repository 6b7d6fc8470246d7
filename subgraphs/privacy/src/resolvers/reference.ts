import { referenceIn } from '@teei/runtime/reference';
import type { PrivacyContext } from '../context.ts';

export const reference = referenceIn<PrivacyContext>();
