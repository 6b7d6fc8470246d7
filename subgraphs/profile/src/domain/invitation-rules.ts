import { type Refused, refused } from '@teei/runtime/refusal';
import type { Role, TenantViewer } from '@teei/runtime/viewer';
import { refuseRoleToGive } from './member-rules.ts';

export type InvitationState = 'PENDING' | 'ACCEPTED' | 'EXPIRED' | 'WITHDRAWN';

export interface KnownInvitation {
  readonly askedAt: Date;
  readonly expiresAt: Date;
  readonly round: number;
  readonly acceptedAt: Date | null;
  readonly withdrawnAt: Date | null;
}

export function stateOf({ acceptedAt, withdrawnAt, expiresAt }: KnownInvitation, now: Date): InvitationState {
  if (acceptedAt) return 'ACCEPTED';
  if (withdrawnAt) return 'WITHDRAWN';
  return expiresAt <= now ? 'EXPIRED' : 'PENDING';
}

/** The link in a mail is good for 7 days. */
export function invitationExpiry(now: Date): Date {
  return new Date(now.getTime() + 7 * 24 * 60 * 60_000);
}

/** Trimmed and in lower case, as addresses are kept; undefined when it is none. */
export function addressIn(text: string): string | undefined {
  const address = text.trim().toLowerCase();
  // What the mail server takes decides in the end; this keeps out what cannot be one, or would be several.
  return address.length <= 254 && /^[^\s@<>(),;:"\\]+@[^\s@<>(),;:"\\.]+(\.[^\s@<>(),;:"\\.]+)+$/.test(address)
    ? address
    : undefined;
}

export interface InvitationSituation {
  readonly canMail: boolean;
  /** Mails of invitations that the company asked for in the last hour. */
  readonly mailsInLastHour: number;
}

/** Keeps a company, or whoever took over its admin's session, from mailing the world in our name. */
const mostMailsAnHour = 50;
const mostRounds = 10;
const shortestPause = 60_000;

/** Why this viewer may not invite this address with that role; undefined when they may. */
export function refuseInvitation(
  viewer: TenantViewer,
  role: Role,
  situation: InvitationSituation & { readonly isMember: boolean; readonly isInvited: boolean },
): Refused | undefined {
  const refusal = refuseRoleToGive(viewer, role);
  if (refusal) return refusal;
  if (situation.isMember) {
    return refused('ALREADY_MEMBER', 'Somebody with this address is a member already.', 'Change their role instead.');
  }
  if (situation.isInvited) {
    return refused('ALREADY_INVITED', 'This address was invited already.', 'Send that invitation again.');
  }
  return refuseMail(situation);
}

/** Why an invitation is not mailed again; undefined when it is. */
export function refuseResending(
  viewer: TenantViewer,
  invitation: KnownInvitation & { readonly role: Role },
  situation: InvitationSituation,
  now: Date,
): Refused | undefined {
  const refusal = refuseRoleToGive(viewer, invitation.role) ?? refuseClosed(invitation);
  if (refusal) return refusal;
  if (invitation.round >= mostRounds || now.getTime() - invitation.askedAt.getTime() < shortestPause) {
    return refused(
      'INVITATION_SENT_LATELY',
      'This invitation was just sent, or was sent many times.',
      'Wait a minute; or ask whether the mail lies among unwanted ones.',
    );
  }
  return refuseMail(situation);
}

/** Why an invitation cannot be withdrawn; undefined when it can. */
export function refuseWithdrawal(invitation: KnownInvitation): Refused | undefined {
  return refuseClosed(invitation);
}

export function invitationNotFound(): Refused {
  return refused('INVITATION_NOT_FOUND', 'There is no such invitation.', 'Look it up in the list of invitations.');
}

export function addressRefused(): Refused {
  return refused('ADDRESS_REFUSED', 'This is not a mail address.', 'Give one address, such as name@company.example.');
}

export function languageRefused(): Refused {
  return refused('LANGUAGE_REFUSED', 'Mails are not written in this language.', 'Choose en, uk or no.');
}

function refuseClosed({ acceptedAt, withdrawnAt }: KnownInvitation): Refused | undefined {
  if (!acceptedAt && !withdrawnAt) return undefined;
  return refused('INVITATION_CLOSED', 'This invitation was accepted or withdrawn.', 'Invite the address anew.');
}

function refuseMail({ canMail, mailsInLastHour }: InvitationSituation): Refused | undefined {
  if (!canMail) {
    return refused(
      'MAIL_NOT_SET_UP',
      'This platform cannot send mails yet.',
      'Whoever runs it sets SMTP_URL and MAIL_FROM.',
    );
  }
  if (mailsInLastHour < mostMailsAnHour) return undefined;
  return refused('TOO_MANY_INVITATIONS', 'Too many invitations were sent in the last hour.', 'Go on in an hour.');
}
