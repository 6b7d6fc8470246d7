import { type Refused, refused } from '@teei/runtime/refusal';
import type { Role, TenantViewer } from '@teei/runtime/viewer';

export interface KnownMember {
  readonly id: string;
  readonly userId: string;
  readonly role: Role;
}

/** Why this viewer may not give this member that role; undefined when they may. `admins` are all admins of the company. */
export function refuseRoleChange(
  viewer: TenantViewer,
  member: KnownMember,
  role: Role,
  admins: readonly KnownMember[],
): Refused | undefined {
  const refusal = refuseRoleToGive(viewer, role) ?? refuseTouching(viewer, member);
  return refusal ?? (role === 'COMPANY_ADMIN' ? undefined : refuseLastAdmin(member, admins));
}

/** Why this viewer may not give that role to anybody; undefined when they may. */
export function refuseRoleToGive(viewer: TenantViewer, role: Role): Refused | undefined {
  if (role !== 'PLATFORM_ADMIN' || isPlatformAdmin(viewer)) return undefined;
  return refused(
    'ROLE_NOT_YOURS_TO_GIVE',
    'Only a platform admin makes platform admins.',
    'Choose a role in your company.',
  );
}

/** Why this viewer may not remove this member; undefined when they may. */
export function refuseRemoval(
  viewer: TenantViewer,
  member: KnownMember,
  admins: readonly KnownMember[],
): Refused | undefined {
  return refuseTouching(viewer, member) ?? refuseLastAdmin(member, admins);
}

/** Why this viewer may not end this member's sessions; undefined when they may. */
export function refuseEndingSessions(viewer: TenantViewer, member: KnownMember): Refused | undefined {
  if (viewer.kind === 'member' && viewer.userId === member.userId)
    return refused(
      'SESSIONS_ARE_YOUR_OWN',
      'These are your own sessions.',
      'End them on your account page, which knows the one you are in.',
    );
  return refuseTouching(viewer, member);
}

export function memberNotFound(): Refused {
  return refused('MEMBER_NOT_FOUND', 'There is no such member.', 'Look them up in the list of members.');
}

function refuseTouching(viewer: TenantViewer, member: KnownMember): Refused | undefined {
  if (viewer.kind === 'member' && (viewer.memberId === member.id || viewer.userId === member.userId)) {
    return refused('MEMBER_IS_YOURSELF', 'Nobody changes their own membership.', 'Ask another admin of your company.');
  }
  if (member.role === 'PLATFORM_ADMIN' && !isPlatformAdmin(viewer)) {
    return refused(
      'MEMBER_IS_PLATFORM_ADMIN',
      'Only a platform admin changes platform admins.',
      'Ask the platform team.',
    );
  }
  return undefined;
}

/** Without an admin nobody could manage the company's members and keys. */
function refuseLastAdmin(member: KnownMember, admins: readonly KnownMember[]): Refused | undefined {
  if (member.role !== 'COMPANY_ADMIN' || admins.some(({ id }) => id !== member.id)) return undefined;
  return refused('LAST_COMPANY_ADMIN', 'This is the last admin of the company.', 'Make somebody else an admin first.');
}

function isPlatformAdmin(viewer: TenantViewer): boolean {
  return viewer.kind === 'member' && viewer.role === 'PLATFORM_ADMIN';
}
