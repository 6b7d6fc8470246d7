import { PlatformError } from '@teei/runtime/platform-error';
import type { MemberViewer } from '@teei/runtime/viewer';
import type { ProfileContext } from '../context.ts';

/** The member who asks, for what only people keep; keys and services have nothing of their own. */
export function ownMember({ tenant }: Pick<ProfileContext, 'tenant'>): MemberViewer {
  if (tenant.kind === 'member') return tenant;
  throw new PlatformError('FORBIDDEN', 'Only a member has this.', 'Sign in to the cockpit.');
}
